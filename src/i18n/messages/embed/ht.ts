import type en from './en.js';

export default {
  consent: {
    reason:
      'Kontni sa a soti nan {host}. Pou montre l, navigatè w la konekte ak sèvè sa a ak sèvè imaj li yo, ki vin konnen adrès IP ou.',
    show: 'Montre kontni an',
    holds: 'Chwa w la valab jiskaske ou kite paj sa a.',
  },
  frame: {
    save: 'Si pa gen fichye ki anrejistre, paj ki montre sa a pa pèmèt sa.',
    print: 'Si anyen pa enprime, paj ki montre sa a pa pèmèt sa.',
    open: 'Louvri sa a nan yon paj apa',
    text: 'Montre tèks la pou kopye l',
    link: 'Si lyen an pa louvri, kopye adrès li:',
  },
  pictures: { show: 'Montre imaj yo' },
} satisfies typeof en;
