import type en from './en.js';

export default {
  consent: {
    reason:
      'Nội dung này đến từ {host}. Để hiển thị, trình duyệt của bạn kết nối với máy chủ đó và các máy chủ chứa hình ảnh; các máy chủ này sẽ biết địa chỉ IP của bạn.',
    show: 'Hiện nội dung',
    holds: 'Lựa chọn của bạn có hiệu lực cho đến khi bạn rời trang này.',
  },
  frame: {
    save: 'Nếu không có tệp nào được lưu, trang hiển thị nội dung này không cho phép lưu.',
    print: 'Nếu không có gì được in, trang hiển thị nội dung này không cho phép in.',
    open: 'Mở nội dung này trong trang riêng',
    text: 'Hiện văn bản để sao chép',
    link: 'Nếu liên kết không mở được, hãy sao chép địa chỉ:',
  },
  pictures: { show: 'Hiện hình ảnh' },
} satisfies typeof en;
