import type { Messages } from '../words.js';

export default {
  notice: {
    empty: 'Il n’y a rien à afficher pour le moment.',
    error: 'Ce contenu n’a pas pu être chargé.',
    stale: 'Ceci n’est peut-être pas la dernière version.',
    retry: 'Réessayer',
  },
  kinds: {
    'press-release': 'Communiqué de presse',
    news: 'Actualité',
    statement: 'Déclaration',
    story: 'Récit',
    briefing: 'Point de presse',
    advisory: 'Avis aux médias',
  },
  news: {
    more: 'Afficher plus',
    back: 'Retour à la liste',
    noMatch: 'Rien ne correspond à ce choix.',
    search: 'Rechercher',
    tags: 'Thème',
    countries: 'Pays',
    kinds: 'Type',
    all: 'Tous',
  },
  release: {
    languages: 'Également disponible en',
    share: 'Partager',
    copied: 'Lien copié',
    print: 'Imprimer',
    notes: 'Note aux rédactions',
    contact: 'Pour plus d’informations',
    related: 'À lire ensuite',
    credit: 'Photo :',
  },
} satisfies Messages;
