// npm run demo: writes the demo's feeds and pages from demo/content/. base.yaml has the shape of the feed and what is the
// same in every language, a file for each language has its texts, page.html with press.html or partner.html in it makes the
// pages. {{key}} is a text of the language, {{imported.key}} what iom-feed import reads in the release of demo/content/.
// With --check it only names the files that are not what the content says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { parseSource } from '../src/cli/import/formats/detect-format.ts';
import { merge } from '../src/cli/import/merge/merge.ts';
import { readSource } from '../src/cli/import/source.ts';
import { attributeValue } from '../src/html/markup.ts';
import { labelsFor } from '../src/cli/publish/labels.ts';
import { outlineOf } from '../src/html/outline.ts';

const folder = 'demo/content';
const release = `${folder}/uy-trafficking-network.fr.txt`;
/** The press page of each language. Those without one have no pages, and of the feed only the first. */
const pressPages = { fr: 'index.html', en: 'en.html', es: 'es.html', ar: 'ar.html', ru: undefined, zh: undefined };
/** Items on the first page of a feed; the second has the others. */
const pageSize = 12;

const read = (name) => readFileSync(`${folder}/${name}`, 'utf8');
const base = parse(read('base.yaml'));
const texts = Object.fromEntries(
  Object.keys(pressPages).map((language) => [language, parse(read(`${language}.yaml`))]),
);
const { items, _iom } = merge([await parseSource(await readSource(release), { lang: 'fr' })]);
const imported = { items, ..._iom };

const problems = new Set();
/** What has been asked for, by its file. */
const used = { [release]: new Set() };

/** What stands under a key, and where: in lists it is found by its `id`, or by its place. */
function find(value, key) {
  const path = [];
  for (const name of key.split('.')) {
    const index = Array.isArray(value) ? value.findIndex(({ id }) => id === name) : -1;
    const step = index < 0 ? name : `${index}`;
    path.push(step);
    value = value?.[step];
  }
  return { value, path: path.join('.') };
}

const keysOf = (value, path = []) =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([name, inner]) => keysOf(inner, [...path, name]))
    : [path.join('.')];

/**
 * Puts texts of a language in place of their keys, in strings, lists and objects, and in the texts themselves. What is
 * nothing but a key becomes the value as it is, such as a number.
 */
function fill(template, language, toText = String) {
  if (Array.isArray(template)) return template.map((entry) => fill(entry, language));
  if (template && typeof template === 'object') {
    return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, fill(value, language)]));
  }
  if (typeof template !== 'string') return template;
  const [, whole] = /^\{\{([^{}]+)\}\}$/.exec(template) ?? [];
  if (whole) return textOf(whole, language);
  return template.replace(/\{\{([^{}]+)\}\}/g, (_, key) => toText(textOf(key, language)));
}

function textOf(key, language) {
  if (key === 'language') return language;
  const [, ofRelease] = /^imported\.(.*)$/.exec(key) ?? [];
  const file = ofRelease ? release : `${folder}/${language}.yaml`;
  const { value, path } = find(ofRelease ? imported : texts[language], ofRelease ?? key);
  if (value === undefined) problems.add(`${file} has no value for {{${key}}}`);
  (used[file] ??= new Set()).add(path);
  return fill(value ?? '', language);
}

/** The feed of a language: one page, or two. */
async function feedsOf(language) {
  const { about, contacts } = base._iom;
  const older = base.items.slice(pageSize);
  const hasOlder = pressPages[language] !== undefined;
  const first = fill(
    { ...base, next_url: hasOlder ? base.next_url : undefined, items: base.items.slice(0, pageSize) },
    language,
  );
  const kinds = base.items.map(({ _iom }) => fill(_iom.kind, language));
  const labels = await labelsFor(kinds, language);
  const pages = [first];
  if (hasOlder) {
    const parts = { next_url: undefined, user_comment: '{{feed.comment}}', items: older, _iom: { about, contacts } };
    const feed_url = new URL(first.next_url, first.feed_url).href;
    pages.push(fill({ ...base, ...parts, feed_url }, language));
  }
  for (const { id, _iom } of pages.flatMap(({ items }) => items)) {
    const { url } = base.items.find((item) => item.id === id);
    const others = _iom.translations?.filter((other) => other !== language);
    if (others) _iom.translations = others.map((other) => ({ language: other, url: fill(url, other) }));
  }
  const sites = first._iom.translations.filter((other) => other !== language);
  first._iom.translations = sites.map((other) => ({ language: other, url: fill(base.home_page_url, other) }));
  for (const page of pages) page._iom = { about: page._iom.about, labels, ...page._iom };
  return pages;
}

/** A list of units in pre-order, with the level of each. */
function withLevels(units) {
  const levels = new Map();
  for (const { id, parent } of units) levels.set(id, parent ? levels.get(parent) + 1 : 0);
  return { units, level: [...levels.values()] };
}

const fileOf = (kind, language) => (kind === 'press' ? pressPages[language] : `oim.${language}.html`);

/** A page that a partner would have, with what the feed says of the units as the content of the chart's tag. */
async function pageOf(kind, language, feed) {
  const file = fileOf(kind, language);
  const links = {
    press: kind === 'press' ? '#' : fileOf('press', language),
    partner: fileOf('partner', language),
    ...Object.fromEntries(Object.keys(pressPages).map((other) => [other, fileOf(kind, other)])),
  };
  const template = read('page.html')
    .replace('{{main}}', () => read(`${kind}.html`))
    .replace('{{chart}}', () => outlineOf(withLevels(feed._iom.organization)))
    .replaceAll('{{page.', `{{${kind}.`)
    .replace(/\{\{to\.(\w+)\}\}/g, (_, name) => links[name])
    .replace(/\{\{current\.(\w+)\}\}/g, (_, name) => (name === kind || name === language ? 'aria-current="page"' : ''));
  const origin = `<!-- Made from ${folder}/ by npm run demo: change what is there, not this file. -->`;
  // A text may stand in an attribute, whose quotes the template has.
  const html = `${origin}\n${fill(template, language, (text) => attributeValue(text).slice(1, -1))}`;
  return [`demo/${file}`, await format(html, { ...(await resolveConfig(`demo/${file}`)), parser: 'html' })];
}

const made = new Map();
for (const language of Object.keys(pressPages)) {
  const [feed, ...older] = await feedsOf(language);
  for (const page of [feed, ...older]) {
    made.set(`demo/feeds/${page.feed_url.split('/').at(-1)}`, `${JSON.stringify(page, null, 2)}\n`);
  }
  if (!pressPages[language]) continue;
  for (const kind of ['press', 'partner']) made.set(...(await pageOf(kind, language, feed)));
}

// The demo has ids of its own, knows its language, and calls some of the figures otherwise.
const notImported = /(^|\.)(id|parent|label|language|about)$|\._iom\.contacts\./;
for (const [file, names] of Object.entries(used)) {
  const all = file === release ? imported : texts[file.slice(folder.length + 1, -'.yaml'.length)];
  for (const key of keysOf(all)) {
    if (names.has(key) || (file === release && notImported.test(key))) continue;
    problems.add(`${file} defines ${key}, which is not used`);
  }
}

if (!problems.size) {
  for (const [file, text] of made) {
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      problems.add(`${file} is out of date with ${folder}/: run npm run demo and commit the result.`);
    }
  }
}
for (const problem of problems) console.error(problem);
if (problems.size) process.exitCode = 1;
