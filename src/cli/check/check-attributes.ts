import { repairValue } from '../../feed/parse/repair-value.js';
import { languageTag } from '../../feed/parse/parsers.js';
import { excerpt } from '../diagnostics.js';
import { checkAddress } from './check-address.js';
import { elements, type AttributeRule } from './elements.js';
import { placeOf, type Element, type Report } from './page-text.js';
import { nearest } from './suggest.js';

/** Attributes that any element may have (https://html.spec.whatwg.org/#global-attributes), and those that others add. */
const general = new Set(
  'accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint hidden id inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce part popover role slot spellcheck style tabindex title translate exportparts xmlns'.split(
    ' ',
  ),
);
/** Those of templates of other systems, and of scripts: `:src`, `v-if`, `@iom-load`, `[src]`, `on…`. */
const ofSystems = /^(?:[^a-z]|v-|x-|ng-|hx-|on|aria-|client:|set:|bind:|use:)/;
const quote = /[“”„‟″«»]/;
/** What other elements of HTML call an address. */
const otherNames: Record<string, string> = { href: 'src', url: 'src', feed: 'src', source: 'src' };

/** What an unknown attribute was probably meant to be. */
export const meantBy = (name: string, known: Iterable<string>): string | undefined =>
  otherNames[name] ?? nearest(name, known);

/**
 * Says what is wrong with the attributes of an element.
 *
 * @param tag Of the element that it is, or becomes.
 */
export function checkAttributes(element: Element, tag: string, report: Report): void {
  const { attributes } = elements.get(tag)!;
  const present = new Set<string>();
  // Words behind the first one in curly quotes are attributes of their own: it is told there.
  const isSplit = element.attrs.some(({ name }) => quote.test(name));
  for (const { name: written, value } of element.attrs) {
    const at = placeOf(element, written);
    const name = attributes.has(written) ? written : written.replace(/^data-/, '');
    const rule = attributes.get(name);
    if (!rule) {
      reportUnknown(written, tag, at, report);
      continue;
    }
    if (present.has(name)) {
      const what = `<${tag}> has both ${name} and data-${name}`;
      report(at, 'attribute', 'warning', what, 'remove one: only the last one counts');
    }
    present.add(name);
    if (name === 'src' || name === 'topology') checkAddress(value, name, at, report);
    else if (!isSplit || !quote.test(value)) checkValue(name, value, rule, at, report);
  }
}

function reportUnknown(written: string, tag: string, at: number, report: Report): void {
  const { attributes } = elements.get(tag)!;
  if (quote.test(written)) {
    const what = `${excerpt(written)} is no attribute: the one before it has curly quotes`;
    report(at, 'quotes', 'error', what, 'write straight quotes (") around its value');
    return;
  }
  if (general.has(written) || ofSystems.test(written) || /^data-(?:iom|prerendered)$/.test(written)) return;
  const isData = written.startsWith('data-');
  const name = written.replace(/^data-/, '');
  const match = meantBy(name, attributes.keys());
  if (isData && (!match || name.length < 3)) return;
  const others = [...elements].flatMap(([other, rules]) => (rules.attributes.has(name) ? `<${other}>` : []));
  const fix = match
    ? `write ${isData ? 'data-' : ''}${match}`
    : others.length
      ? `it belongs to ${others.slice(0, 3).join(', ')}; remove it`
      : `remove it, or use one of ${[...attributes.keys()].join(', ')}`;
  report(at, 'attribute', isData ? 'warning' : 'error', `<${tag}> has no attribute ${written}`, fix);
}

function checkValue(name: string, written: string, rule: AttributeRule, at: number, report: Report): void {
  const { value, matches } = repairValue(written);
  const wrong = matches.filter((what) => what !== 'spaces around it');
  if (wrong.length) {
    report(at, 'quotes', 'error', `${name} has ${wrong.join(', and ')}`, `write ${name}="${value}"`);
  }
  const { kind, words, least, most, description } = rule;
  const complain = (what: string, fix: string) => report(at, 'value', 'error', `${name}: ${what}`, fix);
  const remark = (what: string, fix: string) => report(at, 'value', 'warning', `${name}: ${what}`, fix);
  if (kind === 'choice' && !words.includes(value)) {
    complain(`${excerpt(written)} is none of its values`, oneOf(value, words));
  } else if (kind === 'number') {
    const number = Number(value);
    const isOff = number === 0 && /\b0 (?:is|shows|opens)\b/.test(description);
    if (!value || Number.isNaN(number)) complain(`${excerpt(written)} is not a number`, 'write a number');
    else if (!isOff && (number < (least ?? number) || number > (most ?? number))) {
      complain(
        `${value} is out of range`,
        `write a number ${most ? `from ${least} to ${most}` : `of at least ${least}`}`,
      );
    }
  } else if (kind === 'switch') checkSwitch(name, value, remark);
  else if (kind === 'list') {
    for (const word of value.split(/[\s,]+/).filter((entry) => entry && !words.includes(entry))) {
      const parts = word.split(/[;|/]+/);
      if (parts.length > 1 && parts.every((part) => !part || words.includes(part)))
        complain(`${excerpt(word)} has another separator than commas`, `write ${parts.filter(Boolean).join(',')}`);
      else complain(`${excerpt(word)} is none of its words`, oneOf(word, words));
    }
  } else if (name === 'languages') {
    for (const tag of value.split(/[\s,]+/).filter((entry) => entry && !isLanguage(entry)))
      complain(`${excerpt(tag)} is no language`, 'write codes such as fr, or en fr');
  } else if (/\bcodes? such as `[A-Z]{2}`/.test(description)) {
    for (const code of value.split(/\s*,\s*/).filter((entry) => entry && !isCountry(entry)))
      complain(`${excerpt(code)} is no country code`, 'write two capital letters (ISO 3166-1), such as UY');
  }
}

function checkSwitch(name: string, value: string, remark: (what: string, fix: string) => void): void {
  if (/^(?:no|off|0|none|null|undefined)$/i.test(value)) {
    remark(`${excerpt(value)} turns it on, as any value does`, 'remove the attribute, or write "false"');
  } else if (name === 'consent' && value === 'false') {
    remark('“false” turns it on', 'remove the attribute: only this one can’t be turned off by a value');
  }
}

function oneOf(word: string, words: readonly string[]): string {
  const match = nearest(word, words);
  return match ? `write ${match}` : `write one of ${words.filter(Boolean).join(', ')}`;
}

const isLanguage = (tag: string) => /^[a-z]{2,3}(?:-|$)/i.test(tag) && !!languageTag(tag);

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && !!regions.of(code);
