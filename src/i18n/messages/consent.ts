/** The words of the question whether content from elsewhere may be shown: one file, because it is asked for at once. */
export interface ConsentMessages {
  /** `{host}` stands for the server that the content comes from. */
  reason: string;
  show: string;
  /** How long the answer holds. */
  holds: string;
}

export const consentMessages: Record<string, ConsentMessages> = {
  ar: {
    reason:
      'هذا المحتوى يأتي من {host}. لعرضه يتصل متصفحك بهذا الخادم وبخوادم الصور الواردة فيه، فتعرف عنوان IP الخاص بك.',
    show: 'عرض المحتوى',
    holds: 'يسري اختيارك إلى أن تغادر هذه الصفحة.',
  },
  zh: {
    reason: '此内容来自 {host}。显示时，您的浏览器会连接该服务器以及其中图片所在的服务器，它们会获知您的 IP 地址。',
    show: '显示内容',
    holds: '您的选择在离开本页之前有效。',
  },
  en: {
    reason:
      'This content comes from {host}. To show it, your browser connects to that server and to those of its pictures, which learn your IP address.',
    show: 'Show the content',
    holds: 'Your choice holds until you leave this page.',
  },
  fr: {
    reason:
      'Ce contenu vient de {host}. Pour l’afficher, votre navigateur se connecte à ce serveur et à ceux de ses images, qui apprennent votre adresse IP.',
    show: 'Afficher le contenu',
    holds: 'Votre choix vaut jusqu’à ce que vous quittiez cette page.',
  },
  ru: {
    reason:
      'Эти материалы загружаются с сервера {host}. Чтобы показать их, ваш браузер обратится к этому серверу и к серверам изображений; им станет известен ваш IP-адрес.',
    show: 'Показать материалы',
    holds: 'Ваш выбор действует, пока вы не покинете эту страницу.',
  },
  es: {
    reason:
      'Este contenido procede de {host}. Para mostrarlo, su navegador se conecta a ese servidor y a los de sus imágenes, que conocerán su dirección IP.',
    show: 'Mostrar el contenido',
    holds: 'Su elección vale hasta que salga de esta página.',
  },
};
