import { attributeValue, escapeText } from './markup.js';

/** The units of an organization, in pre-order. */
interface Units {
  units: readonly { name: string; head?: string; url?: string }[];
  /** 0 at the top. */
  level: ArrayLike<number>;
}

/** One line of an outline. */
interface Line {
  /** 0 at the top. */
  level: number;
  text: string;
  url?: string;
  /** HTML that follows the text. */
  more: string;
}

/** Lines as nested lists in HTML. */
function nest(lines: readonly Line[]): string {
  let html = '';
  let before = -1;
  for (const { level, text, url, more } of lines) {
    if (level > before) html += '<ul>';
    else html += '</li>' + '</ul></li>'.repeat(before - level);
    before = level;
    html += `<li>${url ? `<a href=${attributeValue(url)}>${escapeText(text)}</a>` : escapeText(text)}${more}`;
  }
  return lines.length ? `${html}</li>${'</ul></li>'.repeat(before)}</ul>` : '';
}

/**
 * The units of an organization as nested lists in HTML: what a server draws of `<iom-org-chart>`, for crawlers and for
 * readers whose browser runs no script.
 */
export const outlineOf = ({ units, level }: Units): string =>
  nest(
    units.map(({ name, head, url }, index) => ({
      level: level[index],
      text: name,
      url,
      more: head && head !== name ? ` (${escapeText(head)})` : '',
    })),
  );
