import type { Item } from '../../../feed/schema/model.generated.js';
import { excerpt, type Reporter } from '../../diagnostics.js';
import { paragraphsIn } from '../clean/html.js';
import { parseMoment } from './parse-date.js';
import { classify } from './classify-contact.js';

const byline =
  /^(?:(?:written |posted |published |reported )?by:?|par\s*:?|(?:publié|écrit|rédigé) par:?|por:?|(?:publicado|escrito) por:?|von:?|di:?|автор:?|текст:?|بقلم:?|كتب[ته]?:?|作者[:：]|文[/／:：])\s*(?<name>[^,،，|–—\d]{3,60}?)(?:\s*(?:[,،，|–—]|\s-\s|\bon\b|\ble\b|\bel\b)\s*(?<date>[^|]*\d[^|]*))?[.\s]*$/iu;

/** The person that a line names who wrote a text, such as `By NAME, DATE` or `NAME`. */
export function authorIn(line: string): string | undefined {
  const text = line.replace(/\s+/g, ' ').trim();
  const { name = text } = byline.exec(text)?.groups ?? {};
  return name.length <= 60 && !/[\d/@]/.test(name) ? classify(name.trim())?.name : undefined;
}

/** A first line that names the author, `By NAME, DATE`, moves to where both belong. */
export function takeByline(body: HTMLElement, item: Item, { notes, lineOf }: Reporter): void {
  for (const block of paragraphsIn(body).slice(0, 2)) {
    const text = (block.textContent ?? '').replace(/\s+/g, ' ').trim();
    const { name, date } = text.length < 120 ? (byline.exec(text)?.groups ?? {}) : {};
    if (!name) continue;
    const who = classify(name.trim());
    const moment = date ? parseMoment(date, item.language).date : undefined;
    if (!who?.name || (date && !moment)) return;
    item.authors ??= [{ name: who.name }];
    if (moment) item.date_published ??= moment;
    block.remove();
    notes.add('hint', lineOf(text), `${excerpt(text)} names the author`, 'it was removed from the text');
    return;
  }
}
