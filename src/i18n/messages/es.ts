import type { Messages } from '../words.js';

export default {
  notice: {
    empty: 'No hay nada que mostrar por el momento.',
    error: 'No se pudo cargar este contenido.',
    stale: 'Puede que esta no sea la última versión.',
    retry: 'Reintentar',
  },
  kinds: {
    'press-release': 'Comunicado de prensa',
    news: 'Noticia',
    statement: 'Declaración',
    story: 'Historia',
    briefing: 'Nota informativa',
    advisory: 'Aviso a los medios',
  },
  news: {
    more: 'Mostrar más',
    back: 'Volver a la lista',
    noMatch: 'Nada corresponde a esta selección.',
    search: 'Buscar',
    tags: 'Tema',
    countries: 'País',
    kinds: 'Tipo',
    all: 'Todos',
  },
  release: {
    languages: 'También disponible en',
    share: 'Compartir',
    copied: 'Enlace copiado',
    print: 'Imprimir',
    notes: 'Nota para la prensa',
    contact: 'Para más información',
    related: 'Seguir leyendo',
    credit: 'Foto:',
  },
} satisfies Messages;
