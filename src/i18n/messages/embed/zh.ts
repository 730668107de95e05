import type en from './en.js';

export default {
  consent: {
    reason: '此内容来自 {host}。显示时，您的浏览器会连接该服务器以及其中图片所在的服务器，它们会获知您的 IP 地址。',
    show: '显示内容',
    holds: '您的选择在离开本页之前有效。',
  },
  frame: {
    save: '如果没有保存任何文件，则显示此内容的页面不允许保存。',
    print: '如果没有开始打印，则显示此内容的页面不允许打印。',
    open: '在单独的页面中打开此内容',
    text: '显示文本以便复制',
    link: '如果链接没有打开，请复制其地址：',
  },
  pictures: { show: '显示图片' },
} satisfies typeof en;
