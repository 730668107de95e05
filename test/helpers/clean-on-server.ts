import { environment } from '../../src/html/environment.js';
import { cleanHtml, type SanitizeOptions } from '../../src/html/sanitize.js';
import '../../src/ssr/server-dom.js';

/** Cleans a piece of HTML as a server does. @returns What a page gets, in a box. */
export async function cleanOnServer(html: string, setting: SanitizeOptions): Promise<string> {
  const box = environment.document.createElement('div');
  box.append(await cleanHtml(html, setting));
  return (environment.toTemplateValue!(box) as { values: [string] }).values[0];
}
