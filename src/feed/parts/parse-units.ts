import type { ReportingLine, Unit } from '../schema/model.generated.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import { ensureUniqueIds } from '../parse/unique-ids.js';
import { toPreorder, parseStrictOrganization, type Organization, type Units } from './unit-tree.js';
import type { ParsedFeed } from '../parse/parse-strict.js';
import {
  file,
  httpUrl,
  array,
  picklist,
  plainText,
  object,
  string,
  type ParseContext,
  type Parser,
} from '../parse/parsers.js';

const line = object<ReportingLine>({ unit: string, line: picklist('dotted', 'solid') });

const fields = object<Unit>({
  id: string,
  name: plainText,
  parent: string,
  kind: picklist('unit', 'office', 'post', 'assistant'),
  head: plainText,
  summary: plainText,
  url: httpUrl,
  image: file,
  contact: string,
  state: picklist('vacant', 'not-disclosed', 'eliminated', 'shared'),
  reports_to: array((value, context) => {
    const match = line(typeof value === 'object' ? value : { unit: value }, context);
    return match?.unit ? match : undefined;
  }),
});

/** A unit is shown by the best name it has. */
const unit: Parser<Unit> = (value, context) => {
  const match = fields(value, context);
  const name = match?.name ?? match?.head ?? match?.id;
  return match && name ? { ...match, id: match.id ?? name, name } : undefined;
};

/**
 * Reads the units of any feed, once per feed. Units in a circle, below one that does not exist, or with the `id` of another
 * are shown all the same; what was repaired counts as a problem, too.
 */
export const parseOrganization = (parsed: ParsedFeed): Organization =>
  parseStrictOrganization(parsed) ?? repair(parsed);

const repair = memoizeParser(({ _iom }, context) => {
  const { organization } = Object(_iom) as { organization?: unknown };
  return toPreorder(parseUnits(organization, { ...context, path: '_iom.organization' }), context.problems);
});

function parseUnits(value: unknown, context: ParseContext): Units {
  const { path, problems } = context;
  if (!Array.isArray(value)) problems.push(`${path}: ${typeof value} (not a list)`);
  const entries = (Array.isArray(value) ? (value as unknown[]) : []).map((entry, index) => {
    const match = unit(entry, { ...context, path: `${path}[${index}]` });
    if (!match) problems.push(`${path}[${index}]: {} (nothing to show)`);
    return match;
  });
  const units = ensureUniqueIds(entries, path, problems, () => undefined);
  return { units, places: new Map(units.map(({ id }, index) => [id, index])) };
}
