import type en from './en.js';

export default {
  consent: {
    reason:
      'Este conteúdo vem de {host}. Para o mostrar, o seu navegador liga-se a esse servidor e aos das suas imagens, que ficam a conhecer o seu endereço IP.',
    show: 'Mostrar o conteúdo',
    holds: 'A sua escolha é válida até sair desta página.',
  },
  frame: {
    save: 'Se nenhum ficheiro foi guardado, a página que mostra este conteúdo não o permite.',
    print: 'Se nada for impresso, a página que mostra este conteúdo não o permite.',
    open: 'Abrir este conteúdo numa página própria',
    text: 'Mostrar o texto para o copiar',
    link: 'Se o link não abrir, copie o endereço:',
  },
  pictures: { show: 'Mostrar as imagens' },
} satisfies typeof en;
