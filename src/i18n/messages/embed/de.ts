import type en from './en.js';

export default {
  consent: {
    reason:
      'Dieser Inhalt kommt von {host}. Um ihn anzuzeigen, verbindet sich Ihr Browser mit diesem Server und denen seiner Bilder, die Ihre IP-Adresse erfahren.',
    show: 'Inhalt anzeigen',
    holds: 'Ihre Entscheidung gilt, bis Sie diese Seite verlassen.',
  },
  frame: {
    save: 'Wenn keine Datei gespeichert wurde, lässt die Seite, die dies zeigt, das nicht zu.',
    print: 'Wenn nichts gedruckt wird, lässt die Seite, die dies zeigt, das nicht zu.',
    open: 'In einer eigenen Seite öffnen',
    text: 'Text zum Kopieren anzeigen',
    link: 'Wenn sich der Link nicht öffnet, kopieren Sie seine Adresse:',
  },
  pictures: { show: 'Bilder anzeigen' },
} satisfies typeof en;
