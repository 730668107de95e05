import { loadEmbedMessages } from '../i18n/messages/embed.js';

/** Milliseconds after which a link that was followed has led somewhere: by then this page is gone. */
const timeout = 2000;

/** Shows the address of a link that may lead nowhere, below it, until the visitor turns to something else. */
export function showFallbackLink(link: Element, href: string): void {
  const loaded = loadEmbedMessages(document.documentElement.lang);
  const show = async () => {
    const { lang, dir, frame } = await loaded;
    document.querySelector('.kept-link')?.remove();
    const address = document.createElement('bdi');
    address.textContent = href;
    const note = document.createElement('p');
    Object.assign(note, { className: 'kept-link', lang, dir, role: 'status' });
    note.style.top = `${link.getBoundingClientRect().bottom + scrollY}px`;
    document.body.append(note);
    // After it is there: what stands in a status from the beginning is not read out.
    note.append(`${frame.link} `, address);
    const away = ({ target }: Event) => {
      if (note.contains(target as Node)) return;
      note.remove();
      removeEventListener('pointerdown', away);
    };
    addEventListener('pointerdown', away);
  };
  setTimeout(() => void show(), timeout);
}
