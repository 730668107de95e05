import { withLinks } from '../../../html/allowed-elements.js';
import { parseFragment, tidy } from './html.js';
import type { Reporter } from '../../diagnostics.js';
import { fixOf, joomlaAddresses, nameOf, removeResidueOf, type Count } from './residue.js';
import { withoutShortcodes } from './shortcodes.js';
import { mayHide, removeUnseen } from './unseen.js';

/**
 * Parses a text as a site gives it, without what its plugins left in it. Each kind is counted and told.
 *
 * @param asIs Whether classes and the like stay: they were meant for whoever reads the feed.
 */
export function cleanBody(html: string, telling: Reporter, asIs = false): { body: HTMLElement; changes: number } {
  const { notes, lineOf } = telling;
  let changes = 0;
  const count: Count = (kind) => {
    changes++;
    notes.count(nameOf(kind), fixOf(kind), () => lineOf());
  };
  const text = withoutShortcodes(joomlaAddresses(html, count), () => count('shortcode'));
  const body = parseFragment(asIs ? text : readable(decodeTwice(text, telling), count));
  if (mayHide.test(text)) removeUnseen(body, () => count('unseen'));
  removeResidueOf(body, count);
  if (!asIs) tidy(body);
  return { body, changes };
}

/** A text alone, with links to what it frames. */
function readable(html: string, count: Count): string {
  // Of a whole document its body; `plaintext` would take all that follows for text.
  const text = html
    .replace(/<head\b[^>]*>[^]*?<\/head\s*>|<\/?(?:html|head|body)\b[^>]*>/gi, '')
    .replace(/(<\/?)plaintext\b/gi, '$1pre')
    .replaceAll('--!>', '-->');
  const linked = withLinks(text);
  if (linked !== text) count('frame');
  return linked;
}

/** A body whose tags came as text is decoded once more. */
function decodeTwice(html: string, { notes, lineOf }: Reporter): string {
  if (/<[a-z!/]/i.test(html) || !/&lt;\/?(?:p|br|div|a|strong|em|ul|h\d)\b/i.test(html)) {
    return html.replace(
      /&amp;(#\d+|#x[\da-f]+|nbsp|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|[a-z]+(?:acute|grave|circ|uml|tilde|cedil));/gi,
      '&$1;',
    );
  }
  notes.add('hint', lineOf(), 'the tags of the text are encoded twice', 'they were decoded; fix what writes the feed');
  return parseFragment(html).textContent ?? '';
}
