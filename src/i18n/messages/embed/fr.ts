import type en from './en.js';

export default {
  consent: {
    reason:
      'Ce contenu vient de {host}. Pour l’afficher, votre navigateur se connecte à ce serveur et à ceux de ses images, qui apprennent votre adresse IP.',
    show: 'Afficher le contenu',
    holds: 'Votre choix vaut jusqu’à ce que vous quittiez cette page.',
  },
  frame: {
    save: 'Si aucun fichier n’a été enregistré, la page qui affiche ce contenu ne le permet pas.',
    print: 'Si rien ne s’imprime, la page qui affiche ce contenu ne le permet pas.',
    open: 'Ouvrir ce contenu dans une page à part',
    text: 'Afficher le texte pour le copier',
    link: 'Si le lien ne s’ouvre pas, copiez son adresse :',
  },
  pictures: { show: 'Afficher les images' },
} satisfies typeof en;
