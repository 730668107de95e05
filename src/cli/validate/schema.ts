import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import schema from '../../feed/schema/feed.schema.json' with { type: 'json' };
import { excerpt } from '../diagnostics.js';
import type { Remark, Tell } from './findings.js';
import { inAscii } from './links.js';
import { fieldsOf, type Fields, type Page, type Path } from './page.js';

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
formats.default(ajv);
// Browsers take letters of every script in an address (https://url.spec.whatwg.org/), RFC 3986 only their codes.
const isReference = ajv.formats['uri-reference'] as RegExp;
ajv.addFormat('uri-reference', (address: string) => isReference.test(inAscii(address)));

/** Says what a page has that a schema forbids, and lacks that it asks for. */
export type SchemaCheck = (page: Page, report: Tell) => void;

/** @param about Schema of JSON Schema 2020-12, whose objects have no fields but those that it names. */
export function schemaCheck(about: object): SchemaCheck {
  const validate = ajv.compile(closed(about) as object);
  const definitions = fieldsOf(fieldsOf(about).$defs);
  return (page, report) => {
    if (validate(page.value)) return;
    const bodiless = new Set<string>();
    for (const error of validate.errors ?? []) {
      // An item without a body lacks each of the two.
      if (error.schemaPath.includes('/anyOf/')) continue;
      // keyErrors has it.
      const { additionalProperty: key = '' } = error.params as { additionalProperty?: string };
      if (key.trim() !== key) continue;
      if (error.keyword === 'anyOf') {
        if (bodiless.has(error.instancePath)) continue;
        bodiless.add(error.instancePath);
      }
      report(pathOf(error, page.value), remarkOn(error, definitions));
    }
  };
}

/** What a feed has that its schema forbids, and lacks that it asks for. */
export const checkSchema: SchemaCheck = (page, report) => (checkFeed ??= schemaCheck(schema))(page, report);
let checkFeed: SchemaCheck | undefined;

/**
 * The schema with every object closed, so that a field misspelt is one too many. What begins with `_` stays open: it
 * belongs to whoever made it (JSON Feed 1.1, "Extensions").
 */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || !part) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  if (!copy.type || !copy.properties) return copy;
  return { ...copy, patternProperties: { '^\\s*_': {} }, additionalProperties: false };
}

/** A JSON Pointer (RFC 6901) as a path; a step is an index where there is a list. */
function pathOf({ instancePath, keyword, params }: ErrorObject, value: unknown): Path {
  const path: (string | number)[] = [];
  let at = value;
  for (const step of instancePath.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(at) ? Number(key) : key);
    at = fieldsOf(at)[key];
  }
  if (keyword === 'additionalProperties') path.push(params.additionalProperty as string);
  return path;
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
const kindsIn = (types: unknown) =>
  [types]
    .flat()
    .map((type) => kinds[type as string])
    .join(' or ');
const examples: Record<string, [what: string, fix: string]> = {
  'date-time': ['is not an RFC 3339 date-time', 'write it with time and offset, such as 2026-11-20T10:00:00-03:00'],
  date: ['is not an RFC 3339 date', 'write it as 2026-11-20'],
  email: ['is not an e-mail address', 'write it as press@example.org'],
  'uri-reference': ['is not an address', 'write it as https://example.org/news, with %20 for a space'],
};

function remarkOn({ keyword, params, parentSchema, data }: ErrorObject, definitions: Fields): Remark {
  const about = parentSchema as Fields;
  const written = excerpt(typeof data === 'string' ? data : (JSON.stringify(data) ?? ''));
  const fields = fieldsOf(about.properties);
  const remark = (what: string, fix: string): Remark => ({ severity: 'error', rule: 'schema', what, fix });
  switch (keyword) {
    case 'required': {
      const name = params.missingProperty as string;
      return remark(`${name} is missing`, `add it${meaning(fields[name], definitions)}`);
    }
    case 'anyOf':
      return remark('there is neither content_html nor content_text', 'add one of them: it is the text of the item');
    case 'type':
      return remark(`${written} is not ${kindsIn(params.type)}`, `make it one${meaning(about, definitions)}`);
    case 'enum':
      return remark(`${written} is not an allowed value`, `write one of ${(about.enum as string[]).join(', ')}`);
    case 'format': {
      const format = params.format as string;
      const date = format.startsWith('date');
      const [what, fix] = examples[format] ?? [`is not a valid ${format}`, 'write it differently'];
      return { ...remark(`${written} ${what}`, fix), rule: date ? 'date' : 'schema' };
    }
    case 'pattern':
      return remark(`${written} has the wrong format`, `correct it${meaning(about, definitions)}`);
    case 'minLength':
      return remark('it is empty', 'fill it, or remove it');
    case 'minimum':
      return remark(`${written} is too small`, `write ${params.limit} or more`);
    case 'maximum':
      return remark(`${written} is too large`, `write ${params.limit} or less`);
    case 'minItems':
    case 'minProperties':
      return remark('there is nothing in it', `fill it${meaning(about, definitions)}`);
    case 'additionalProperties': {
      const known = Object.keys(fields).join(', ');
      return {
        severity: 'warning',
        rule: 'unknown-field',
        what: `unknown field ${excerpt(params.additionalProperty as string)}, which readers ignore`,
        fix: `correct its name or remove it; known fields are ${known}`,
      };
    }
    default:
      return remark(`${written} violates the schema (${keyword})`, 'see feed.schema.json');
  }
}

/** What the schema says a field is. */
function meaning(field: unknown, definitions: Fields): string {
  const { description, $ref } = fieldsOf(field);
  const named = typeof $ref === 'string' ? definitions[$ref.split('/').at(-1)!] : undefined;
  const text = description ?? fieldsOf(named).description;
  return typeof text === 'string' ? `: ${text.replace(/\.$/, '')}` : '';
}
