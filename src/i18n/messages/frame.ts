/** What is said where the page around a frame may forbid something: one file, because it is rarely asked for. */
export interface FrameMessages {
  /** Whether it was forbidden can't be asked. */
  save: string;
  print: string;
  /** Leads to the content outside of the frame. */
  open: string;
  /** Shows what the file would hold. */
  text: string;
  /** Before the address of a link. */
  link: string;
}

export const frameMessages: Record<string, FrameMessages> = {
  ar: {
    save: 'إذا لم يُحفظ أي ملف، فالصفحة التي تعرض هذا المحتوى لا تسمح بالحفظ.',
    print: 'إذا لم تبدأ الطباعة، فالصفحة التي تعرض هذا المحتوى لا تسمح بها.',
    open: 'فتح هذا المحتوى في صفحة مستقلة',
    text: 'إظهار النص لنسخه',
    link: 'إذا لم يُفتح الرابط، فانسخ عنوانه:',
  },
  zh: {
    save: '如果没有保存任何文件，则显示此内容的页面不允许保存。',
    print: '如果没有开始打印，则显示此内容的页面不允许打印。',
    open: '在单独的页面中打开此内容',
    text: '显示文本以便复制',
    link: '如果链接没有打开，请复制其地址：',
  },
  en: {
    save: 'If no file was saved, the page that shows this does not allow it.',
    print: 'If nothing is printed, the page that shows this does not allow it.',
    open: 'Open this in a page of its own',
    text: 'Show the text to copy it',
    link: 'If the link does not open, copy its address:',
  },
  fr: {
    save: 'Si aucun fichier n’a été enregistré, la page qui affiche ce contenu ne le permet pas.',
    print: 'Si rien ne s’imprime, la page qui affiche ce contenu ne le permet pas.',
    open: 'Ouvrir ce contenu dans une page à part',
    text: 'Afficher le texte pour le copier',
    link: 'Si le lien ne s’ouvre pas, copiez son adresse :',
  },
  ru: {
    save: 'Если файл не сохранился, страница, на которой показаны эти материалы, этого не разрешает.',
    print: 'Если печать не началась, страница, на которой показаны эти материалы, этого не разрешает.',
    open: 'Открыть эти материалы на отдельной странице',
    text: 'Показать текст, чтобы скопировать его',
    link: 'Если ссылка не открывается, скопируйте её адрес:',
  },
  es: {
    save: 'Si no se ha guardado ningún archivo, la página que muestra este contenido no lo permite.',
    print: 'Si no se imprime nada, la página que muestra este contenido no lo permite.',
    open: 'Abrir este contenido en una página aparte',
    text: 'Mostrar el texto para copiarlo',
    link: 'Si el enlace no se abre, copie su dirección:',
  },
};

/** In a language, or in English, whose words are then marked as such. */
export function frameMessagesFor(tag: string): { lang: string; messages: FrameMessages } {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  const lang = Object.hasOwn(frameMessages, primary) ? primary : 'en';
  return { lang, messages: frameMessages[lang] };
}
