import type en from './en.js';

export default {
  consent: {
    reason:
      'Este contenido procede de {host}. Para mostrarlo, su navegador se conecta a ese servidor y a los de sus imágenes, que conocerán su dirección IP.',
    show: 'Mostrar el contenido',
    holds: 'Su elección vale hasta que salga de esta página.',
  },
  frame: {
    save: 'Si no se ha guardado ningún archivo, la página que muestra este contenido no lo permite.',
    print: 'Si no se imprime nada, la página que muestra este contenido no lo permite.',
    open: 'Abrir este contenido en una página aparte',
    text: 'Mostrar el texto para copiarlo',
    link: 'Si el enlace no se abre, copie su dirección:',
  },
  pictures: { show: 'Mostrar las imágenes' },
} satisfies typeof en;
