import { plainText } from '../../feed/parse/parsers.js';
import type { Item } from '../../feed/schema/model.generated.js';

/** Letters that are enough for the lines of a list, and that tags and entities may take beside them. */
const [enough, atMost] = [300, 3000];

/** The beginning of an item's text, for a list that has no summary to show; undefined where there is no text. */
export function excerptOf({ content_text, content_html }: Item): string | undefined {
  const text = content_text ?? withoutTags(content_html?.slice(0, atMost) ?? '');
  const plain = plainText(text);
  if (!plain || plain.length <= enough) return plain;
  return `${plain.slice(0, enough).replace(/\s\S*$/, '')} …`;
}

/** What is no text goes, with the tag that was cut; blocks are parted by a blank. */
const withoutTags = (html: string) =>
  html
    .replace(/<(script|style|h\d|figcaption)\b.*?<\/\1>/gis, ' ')
    .replace(/<\/?(p|div|li|[uo]l|d[tdl]|br|blockquote|t[rdh]|section|article)\b[^>]*>/gi, ' ')
    .replace(/<[^>]*>?/g, '');
