import type en from './en.js';

export default {
  consent: {
    reason:
      'Questo contenuto proviene da {host}. Per mostrarlo, il browser si collega a quel server e a quelli delle sue immagini, che vengono a conoscenza del tuo indirizzo IP.',
    show: 'Mostra il contenuto',
    holds: 'La tua scelta vale finché non lasci questa pagina.',
  },
  frame: {
    save: 'Se nessun file è stato salvato, la pagina che mostra questo contenuto non lo consente.',
    print: 'Se non viene stampato nulla, la pagina che mostra questo contenuto non lo consente.',
    open: 'Apri questo contenuto in una pagina a sé',
    text: 'Mostra il testo per copiarlo',
    link: 'Se il link non si apre, copiane l’indirizzo:',
  },
  pictures: { show: 'Mostra le immagini' },
} satisfies typeof en;
