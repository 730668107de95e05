import type en from './en.js';

export default {
  consent: {
    reason:
      'Bu içerik {host} sunucusundan geliyor. Göstermek için tarayıcınız bu sunucuya ve görsellerinin sunucularına bağlanır; bunlar IP adresinizi öğrenir.',
    show: 'İçeriği göster',
    holds: 'Seçiminiz bu sayfadan ayrılana kadar geçerlidir.',
  },
  frame: {
    save: 'Dosya kaydedilmediyse bunu gösteren sayfa kaydetmeye izin vermiyordur.',
    print: 'Hiçbir şey yazdırılmazsa bunu gösteren sayfa yazdırmaya izin vermiyordur.',
    open: 'Ayrı bir sayfada aç',
    text: 'Kopyalamak için metni göster',
    link: 'Bağlantı açılmazsa adresini kopyalayın:',
  },
  pictures: { show: 'Görselleri göster' },
} satisfies typeof en;
