import { html, render } from 'lit';

/** Data as it stands in a page: `<` escaped, so that the page can be saved and read again. */
export const writeData = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/**
 * Keeps structured data inside an element: adds, replaces or (without data) removes it.
 *
 * The script comes out of a Lit template. The parser has marked it as one that never runs, so that Trusted Types let its
 * text be; that of `document.createElement('script')` is reported as a violation, data or not.
 */
export function keepStructuredData(host: Element, data?: object): void {
  const old = host.querySelector(':scope > script[type="application/ld+json"]');
  const text = data && writeData(data);
  if (old?.textContent === text) return;
  old?.remove();
  if (!text) return;
  const fragment = document.createDocumentFragment();
  render(html`<script type="application/ld+json"></script>`, fragment);
  const script = fragment.querySelector('script')!;
  script.append(text);
  host.append(script);
}
