// npm run forms: writes the configuration of the newsroom's CMS, in French, Spanish and English, from the feed's schema and
// the words in forms.mjs. With --check it says what is out of date. Where forms.mjs and the schema don't agree, it says so
// and writes nothing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { account, content, correction, formLanguages, lists, mistakes, releases, texts, values } from './forms.mjs';

const folder = 'integrations/newsroom/admin';
const { $defs: definitions } = JSON.parse(readFileSync('src/feed/schema/feed.schema.json', 'utf8'));
/** The languages that an office writes in; French is always there. */
const locales = ['fr', 'en', 'es', 'ar', 'ru', 'zh'];
const problems = [];

const resolve = (schema) => (schema?.$ref ? { ...definitions[schema.$ref.split('/').at(-1)], ...schema } : schema);

/** What the schema says at `item/_iom/kind`, and whether it is required there. */
function propertyAt(path) {
  const [name, ...steps] = path.split('/');
  let schema = definitions[name];
  let isRequired = false;
  for (const step of steps) {
    isRequired = schema?.required?.includes(step) ?? false;
    schema = resolve(schema?.properties?.[step]);
  }
  if (!schema) problems.push(`scripts/newsroom/forms.mjs names ${path}, which the schema doesn't have.`);
  return { schema: schema ?? {}, isRequired };
}

/** Every property of a definition has a field, or is among those without one. */
function checkComplete({ of, fields, without }) {
  const named = new Set(fields.map((field) => field.of).concat(without.map((name) => `${of}/${name}`)));
  const all = (schema, path) =>
    Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [
      `${path}/${name}`,
      ...(name === '_iom' ? all(inner, `${path}/${name}`) : []),
    ]);
  for (const path of all(definitions[of], of)) {
    const isNamed = named.has(path) || [...named].some((name) => name.startsWith(`${path}/`));
    if (!isNamed) problems.push(`scripts/newsroom/forms.mjs has no field for ${path}: add one, or name it in without.`);
  }
}

/** The control of a field: how it is filled in, and what it takes. */
function controlOf({ as, name, initial }, schema, language) {
  const word = (words) => words[formLanguages.indexOf(language)];
  const relation = (list) => ({
    widget: 'relation',
    collection: 'lists',
    file: list,
    value_field: `${list}.*.name`,
    display_fields: [`${list}.*.name`],
    search_fields: [`${list}.*.name`],
  });
  const lines = (one, pattern) => ({
    widget: 'list',
    field: { name: 'text', label: word(one), widget: 'string', pattern },
  });
  const controls = {
    text: () => ({ widget: 'text' }),
    // Headings begin below the title of the release; pictures need a description, which the field beside them asks for.
    markdown: () => ({
      widget: 'richtext',
      buttons: ['bold', 'italic', 'link', 'heading-two', 'heading-three', 'quote', 'bulleted-list', 'numbered-list'],
      editor_components: ['image'],
      linked_images: false,
    }),
    picture: () => ({ widget: 'image', choose_url: false, accept: '.jpg,.jpeg,.png,.webp,.avif' }),
    files: () => ({ widget: 'file', multiple: true, choose_url: false }),
    icon: () => ({ widget: 'image', choose_url: false, accept: '.svg,.png' }),
    corrections: () => lines(correction, ['^\\d{4}-\\d{2}-\\d{2} +\\S', word(mistakes.corrections)]),
    accounts: () => lines(account, ['^[^/:]+: *https?://\\S+$', word(mistakes.accounts)]),
    contacts: () => ({ ...relation('contacts'), multiple: true }),
    contact: () => relation('contacts'),
    unit: () => relation('units'),
    tags: () => ({ widget: 'list' }),
    phone: () => ({ widget: 'string', pattern: ['^\\+[1-9][0-9 ().\\-]{4,24}$', word(mistakes.phone)] }),
    hours: () => ({ widget: 'string' }),
    // Long lists that every browser has, in the reader's language: admin.js puts them in.
    zone: () => ({ widget: 'select', options: 'zones' }),
    country: () => ({ widget: 'select', options: 'countries' }),
    countries: () => ({ widget: 'select', multiple: true, options: 'countries' }),
    languages: () => ({ widget: 'select', multiple: true, options: 'languages' }),
  };
  if (as) return controls[as]();
  if (schema.enum) {
    const options = schema.enum.map((value) => {
      if (!values[value]) problems.push(`scripts/newsroom/forms.mjs has no words for the value ${value}.`);
      return { label: values[value] ? word(values[value]) : value, value };
    });
    return { widget: 'select', options, ...(initial && { default: initial }) };
  }
  // The zone is that of the office: admin.js puts it in.
  if (schema.format === 'date-time') return { widget: 'datetime', input_timezone: 'office' };
  if (schema.format === 'email') return { widget: 'string', type: 'email' };
  if (schema.format === 'uri-reference') return { widget: 'string', type: 'url' };
  if (schema.type === 'number') {
    const { minimum, maximum } = schema;
    const range = { ...(minimum !== undefined && { min: minimum }), ...(maximum !== undefined && { max: maximum }) };
    return { widget: 'number', value_type: 'float', step: 0.0001, ...range };
  }
  if (schema.pattern && !mistakes[name])
    problems.push(`scripts/newsroom/forms.mjs: mistakes has nothing to say about ${name}, which has a pattern.`);
  return { widget: 'string', ...(schema.pattern && { pattern: [schema.pattern, word(mistakes[name] ?? [])] }) };
}

/** @param everywhere Whether each language that is written must have it; else French alone. */
function fieldIn(field, language, everywhere) {
  const { schema, isRequired } = propertyAt(field.of);
  const word = (words) => words[formLanguages.indexOf(language)];
  const isNeeded = (field.required ?? isRequired) && !field.of.startsWith('phone/') && !optional.has(field.of);
  return {
    name: field.name,
    label: word(field.label),
    ...controlOf(field, schema, language),
    ...(field.hint && { hint: word(field.hint) }),
    required: isNeeded && (everywhere || [locales[0]]),
    i18n: field.shared ? 'duplicate' : true,
  };
}

/** Required in the schema only where what they belong to is there. */
const optional = new Set(['image/url', 'image/alt', 'figure/source/title']);

function listIn(form, language, level = 1) {
  const word = (words) => words[formLanguages.indexOf(language)];
  const fields = form.fields.map((field) => fieldIn(field, language, false));
  const below = level < (form.levels ?? 1) ? [listIn({ ...form, name: 'entries' }, language, level + 1)] : [];
  return {
    name: form.name,
    label: word(form.label),
    label_singular: word(form.one),
    widget: 'list',
    required: false,
    i18n: true,
    collapsed: 'auto',
    summary: `{{fields.${form.fields[0].name}}}`,
    fields: [...fields, ...below],
  };
}

function configIn(language) {
  const word = (words) => words[formLanguages.indexOf(language)];
  const fileOf = (form, fields) => ({
    name: form.name,
    label: word(form.label),
    icon: form.icon,
    file: `content/{{locale}}/${form.name}.yaml`,
    i18n: true,
    fields,
  });
  return {
    load_config_file: false,
    backend: { name: 'github', repo: 'example/newsroom', branch: 'main' },
    media_folder: 'content/media',
    public_folder: '/media',
    media_libraries: {
      // What is too big is named, and everything else in the form stays.
      all: { max_file_size: 10_000_000, slugify_filename: true },
      default: { config: { max_file_size: 10_000_000, slugify_filename: true } },
      stock_assets: false,
    },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 80 },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none' } },
    i18n: { structure: 'multiple_folders', locales, default_locale: locales[0], initial_locales: [locales[0]] },
    collections: [
      {
        name: releases.name,
        label: word(releases.label),
        label_singular: word(releases.one),
        icon: releases.icon,
        folder: 'content',
        // Pictures are named as they lie from the release.
        media_folder: '/content/media',
        public_folder: '../../media',
        path: 'releases/{{slug}}',
        create: true,
        slug: '{{year}}-{{month}}-{{day}}-{{title}}',
        extension: 'md',
        format: 'yaml-frontmatter',
        i18n: true,
        summary: '{{title}}',
        sortable_fields: { fields: ['date', 'title'], default: { field: 'date', direction: 'descending' } },
        fields: [
          { name: 'id', widget: 'hidden', default: '{{uuid}}', i18n: 'duplicate' },
          { name: 'language', widget: 'hidden', default: '{{locale}}', i18n: true },
          ...releases.fields.map((field) => fieldIn(field, language, true)),
        ],
      },
      {
        name: 'lists',
        label: word(content),
        icon: 'list_alt',
        // Pictures are named as they lie from the file.
        media_folder: '/content/media',
        public_folder: '../media',
        i18n: true,
        files: [
          ...lists.map((form) => fileOf(form, [listIn(form, language)])),
          ...texts.map((form) =>
            fileOf(
              form,
              form.fields.map((field) => fieldIn(field, language, false)),
            ),
          ),
        ],
      },
    ],
  };
}

[releases, ...lists, ...texts].forEach(checkComplete);
const made = new Map();
for (const language of formLanguages) {
  const file = `${folder}/config.${language}.json`;
  const options = { ...(await resolveConfig(file)), parser: 'json' };
  made.set(file, await format(JSON.stringify(configIn(language)), options));
}
if (!problems.length) {
  for (const [file, text] of made) {
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== text)
      problems.push(`${file} is out of date with the schema and scripts/newsroom/forms.mjs: run npm run forms.`);
  }
}
for (const problem of new Set(problems)) console.error(problem);
if (problems.length) process.exitCode = 1;
