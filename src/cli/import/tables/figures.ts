import type { Figure } from '../../../feed/schema/model.generated.js';
import { findNumbers } from '../../../feed/parts/parse-number.js';
import { excerpt } from '../../diagnostics.js';
import { latinDigits } from '../clean/digits.js';
import { choices, leadingChoice } from '../lexicon/choices.js';
import { monthNamed } from '../lexicon/months.js';
import { parseMoment } from '../extract/parse-date.js';
import { slug } from '../slug.js';
import type { Cell, Fields } from './cell.js';
import { urlOf } from './contact-points.js';
import { choiceIn, type TableContext } from './entries.js';

const currencies: [RegExp, string][] = [
  [/^(?:US ?\$|\$ ?US|\$)$/i, 'USD'],
  [/^€$/, 'EUR'],
  [/^£$/, 'GBP'],
  [/^(?:CHF|SFr\.?|Fr\.)$/i, 'CHF'],
];

/** A number with what stands around it. */
interface Amount {
  value: number;
  /** What it may be otherwise: `1.500` is 1500 in some languages, and 1.5 in others. */
  isDoubtful: boolean;
  qualifier?: Figure['qualifier'];
  isPercent: boolean;
  currency?: string;
  unit?: string;
}

const signs: Record<string, Figure['qualifier']> = { '~': 'about', '≈': 'about', '>': 'more-than', '<': 'less-than' };

/** Reads `plus de 1,2 million`, `US$ 3.4 milliards`, `12 %`, `4 500 km`. */
export function parseAmount(written: string): Amount | undefined {
  let text = latinDigits(written).replace(/\s+/g, ' ').trim();
  let qualifier = signs[text[0]] ?? (/\d ?\+$/.test(text) ? 'more-than' : undefined);
  text = text.replace(/^[~≈><] ?/, '').replace(/(\d) ?\+$/, '$1');
  const leading = qualifier ? undefined : leadingChoice(text, choices.qualifiers);
  if (leading) [qualifier, text] = [leading.value, leading.rest];
  const numbers = findNumbers(text);
  const [number] = numbers;
  if (numbers.length !== 1 || !number.values.length) return undefined;
  const before = text.slice(0, number.start).trim();
  const isNegative = /[-−]$/.test(before);
  const around = [before.replace(/[-−]$/, ''), text.slice(number.end)].map((part) => part.trim()).filter(Boolean);
  const amount: Amount = {
    value: (isNegative ? -1 : 1) * number.values[0],
    // A word such as “million” doubles what it may mean.
    isDoubtful: number.values.length > (/\p{L}/u.test(text.slice(number.start, number.end)) ? 2 : 1),
    isPercent: false,
    ...(qualifier && { qualifier }),
  };
  for (const part of around) {
    const currency = currencyOf(part);
    if (part === '%' || part === '٪') amount.isPercent = true;
    else if (currency) amount.currency = currency;
    else if (/^\p{L}[\p{L}²³./ ]{0,20}$/u.test(part) && !amount.unit) amount.unit = part;
    else return undefined;
  }
  return amount;
}

function currencyOf(text: string): string | undefined {
  const sign = currencies.find(([pattern]) => pattern.test(text))?.[1];
  return sign ?? (/^[A-Z]{3}$/.test(text) && Intl.supportedValuesOf('currency').includes(text) ? text : undefined);
}

/**
 * A day, a month or a year, as precise as it is written: `2026`, `03/2026`, `mars 2026`, `31.12.2025`, or the number of a
 * day as spreadsheets count them.
 */
export function parseAsOf(written: string, language = ''): { date?: string; isSerial?: boolean } {
  const text = latinDigits(written).replace(/\s+/g, ' ').trim();
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) return { date: text };
  const [, monthFirst, after] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const [, before, monthLast] = /^(\d{4})[/.年-](\d{1,2})月?$/.exec(text) ?? [];
  const month = Number(monthFirst ?? monthLast);
  if (month >= 1 && month <= 12) return { date: `${after ?? before}-${`${month}`.padStart(2, '0')}` };
  const [, name, year] = /^(\p{L}[\p{L}.]*)(?: de)?,? (\d{4})(?: г\.?)?$/u.exec(text) ?? [];
  const named = name && monthNamed(name);
  if (named) return { date: `${year}-${`${named}`.padStart(2, '0')}` };
  const [, only] = /^(\d{4}) ?(?:年|г\.?|год)$/.exec(text) ?? [];
  if (only) return { date: only };
  // 20000 is in 1954, 80000 in 2119: no count of days and no year looks so.
  if (/^[2-7]\d{4}$/.test(text)) {
    const day = new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000);
    return { date: day.toISOString().slice(0, 10), isSerial: true };
  }
  return /^\d{5,}$/.test(text) ? {} : { date: parseMoment(text, language).date?.slice(0, 10) };
}

/** A figure of a row. */
export function figureOf(fields: Fields, context: TableContext): Figure | undefined {
  const label = fields.text('label');
  const cell = fields.cell('value');
  const amount = cell && amountOf(cell);
  if (!label || !amount) {
    if (cell && !label) {
      cell.report('warning', `${excerpt(cell.text)} has no label`, 'the row was left out; say what the number counts');
    } else if (!cell) {
      const { first } = fields;
      const what = label ?? first?.text ?? '';
      first?.report('warning', `${excerpt(what)} has no value`, 'the row was left out; add the number');
    }
    return undefined;
  }
  const written = fields.cell('currency');
  const currency = (written && currencyOf(written.text.trim().toUpperCase())) ?? amount.currency;
  if (written && !currency)
    written.report(
      'warning',
      `${excerpt(written.text)} is not a currency`,
      'it was left out; write its code, such as USD',
    );
  const kind =
    choiceIn(fields, 'kind', choices.figureKinds) ?? (amount.isPercent ? 'percent' : currency ? 'money' : undefined);
  if (!kind && Number.isInteger(amount.value) && amount.value >= 1900 && amount.value <= 2100)
    cell.report('hint', `${amount.value} is read as a count`, 'if it is a year, say so in the column for the type');
  if (kind === 'money' && !currency)
    cell.report('warning', 'an amount of money has no currency', 'it is shown without; add its code, such as USD');
  const qualifier = choiceIn(fields, 'qualifier', choices.qualifiers) ?? amount.qualifier;
  const better = choiceIn(fields, 'better', choices.better);
  const unit = fields.text('unit') ?? amount.unit;
  const note = fields.text('note');
  const asOf = dateIn(fields.cell('as_of'), context);
  const source = sourceOf(fields, context);
  const history = historyOf(fields, context);
  const icon = urlOf(fields.cell('icon'), context.base);
  return {
    id: fields.text('id') ?? slug(kind === 'year' ? `${label} ${amount.value}` : label),
    label,
    value: amount.value,
    ...(kind && { kind }),
    ...(currency && { currency }),
    ...(unit && { unit }),
    ...(qualifier && { qualifier }),
    ...(note && { note }),
    ...(asOf && { as_of: asOf }),
    ...(source && { source }),
    ...(history.length > 0 && { history }),
    ...(better && { better }),
    ...(icon && { icon }),
  };
}

function amountOf(cell: Cell): Amount | undefined {
  const read = parseAmount(cell.text);
  if (!read && cell.number === undefined) {
    cell.report('warning', `${excerpt(cell.text)} is not a number`, 'the row was left out; write one number in digits');
    return undefined;
  }
  if (cell.number !== undefined) {
    // What is shown may be rounded, and says the rest: the percent sign, the currency.
    const value = read?.isPercent ? cell.number * 100 : cell.number;
    return { isPercent: false, ...read, value: Number(value.toPrecision(12)), isDoubtful: false };
  }
  if (read!.isDoubtful)
    cell.report(
      'hint',
      `${excerpt(cell.text)} may have thousands or decimals`,
      `it was read as ${read!.value}; write thousands without a sign`,
    );
  return read;
}

function dateIn(cell: Cell | undefined, { language }: TableContext): string | undefined {
  if (!cell) return undefined;
  const { date, isSerial } = parseAsOf(cell.text, language);
  if (!date)
    cell.report(
      'warning',
      `${excerpt(cell.text)} is not a date`,
      'it was left out; write it as 2026-03-01, 2026-03 or 2026',
    );
  else if (isSerial)
    cell.report(
      'hint',
      `${excerpt(cell.text)} is the number of a day`,
      `it was read as ${date}; format the cell as a date`,
    );
  return date;
}

function sourceOf(fields: Fields, { base }: TableContext): Figure['source'] {
  const cell = fields.cell('source');
  const link = fields.cell('source_url') ?? (cell?.link ? cell : undefined);
  const title = fields.text('source') ?? fields.text('source_url');
  if (!title) return undefined;
  const url = urlOf(link, base);
  return { title, ...(url && { url }) };
}

/** `2024: 168; 2025: 171`. */
function historyOf(fields: Fields, { language }: TableContext): NonNullable<Figure['history']> {
  const cell = fields.cell('history');
  if (!cell) return [];
  return cell.text
    .split(/[;；؛\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const [, when = '', number = ''] = /^(.+?)\s*[:=：]\s*(.+)$/.exec(part) ?? [];
      const [{ date }, amount] = [parseAsOf(when, language), parseAmount(number)];
      if (date && amount) return [{ as_of: date, value: amount.value }];
      cell.report('warning', `${excerpt(part)} is not an earlier value`, 'it was left out; write it as 2025: 171');
      return [];
    })
    .sort((one, other) => (one.as_of < other.as_of ? -1 : 1));
}
