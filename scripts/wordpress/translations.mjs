// The plugin’s texts in other languages, from one table (translations.txt), in the forms that WordPress reads: .pot, .po and
// .mo for PHP, and a JSON file for each script.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mo, po } from 'gettext-parser';
import { textsOf } from './elements.mjs';

const source = 'integrations/wordpress';
const table = 'scripts/wordpress/translations.txt';

/** WordPress’ names of the languages, in the order of the table’s columns. */
export const locales = ['fr_FR', 'es_ES', 'ar', 'ru_RU', 'zh_CN'];
/** The scripts with texts, by the names that WordPress knows them by, and the sources of each. */
const scripts = {
  'iom-widgets-editor': ['controls.js', 'edit.js', 'index.js'],
  'iom-widgets-shortcodes': ['shortcodes.js'],
  'iom-widgets-settings': ['settings.js'],
};

/** Calls whose first argument is a text: PHP’s and JavaScript’s look the same. */
const call = /\b(?:__|_e|esc_html__|esc_html_e|esc_attr__|esc_attr_e)\(\s*'((?:[^'\\]|\\.)*)'\s*,\s*'iom-widgets'/g;
const textsIn = (file) =>
  [...readFileSync(file, 'utf8').matchAll(call)].map(([, text]) => text.replace(/\\(.)/g, '$1'));

/** English texts of the plugin, each with the files that have it. */
export function collectTexts(elements) {
  const texts = new Map();
  const note = (text, file) => texts.set(text, [...new Set([...(texts.get(text) ?? []), file])]);
  for (const text of textsOf(elements).filter(Boolean)) note(text, 'elements.json');
  const files = readdirSync(source, { recursive: true }).filter((path) => /\.(php|js)$/.test(path));
  for (const file of files.sort()) textsIn(`${source}/${file}`).forEach((text) => note(text, file));
  return texts;
}

/**
 * @param {string} file A table.
 * @returns {Record<string, string[]>} Translations by English text, in the order of the locales.
 */
export const readTable = (file = table) =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(' | '))
      .map(([text, ...row]) => [text, row]),
  );

/** What the table lacks, has too much, or says without a placeholder of the English text; a line each. */
export function problems(elements) {
  const texts = collectTexts(elements);
  const rows = readTable();
  const placeholders = (text) => (text.match(/%(?:\d\$)?[sd]|\{lang\}/g) ?? []).sort().join();
  return [
    ...[...texts].flatMap(([text, files]) => (rows[text] ? [] : `${table} lacks “${text}” of ${files.join()}.`)),
    ...Object.entries(rows).flatMap(([text, row]) => [
      ...(texts.has(text) ? [] : [`${table} has “${text}”, which is used nowhere.`]),
      ...locales.flatMap((locale, index) =>
        row[index] && placeholders(row[index]) === placeholders(text)
          ? []
          : `${table}: ${locale} of “${text}” is missing or has other placeholders.`,
      ),
    ]),
  ];
}

/**
 * Writes all of them.
 *
 * @throws Where the table is not complete.
 */
export function writeTranslations(elements, folder) {
  const wrong = problems(elements);
  if (wrong.length) throw new Error(wrong.join('\n'));
  const texts = collectTexts(elements);
  const rows = readTable();
  const plain = { compileOptions: { foldLength: 0 } };
  const catalogue = (locale, translate) => ({
    charset: 'utf-8',
    headers: {
      'Project-Id-Version': 'iom-widgets',
      Language: locale,
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=UTF-8',
      'Content-Transfer-Encoding': '8bit',
      'X-Domain': 'iom-widgets',
    },
    translations: {
      '': Object.fromEntries(
        [...texts].map(([text, files]) => [
          text,
          { msgid: text, msgstr: [translate(text)], comments: { reference: files.join('\n') } },
        ]),
      ),
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/iom-widgets.pot`,
    po.compile(
      catalogue('', () => ''),
      plain.compileOptions,
    ),
  );
  locales.forEach((locale, index) => {
    const whole = catalogue(locale, (text) => rows[text][index]);
    writeFileSync(`${folder}/iom-widgets-${locale}.po`, po.compile(whole, plain.compileOptions));
    writeFileSync(`${folder}/iom-widgets-${locale}.mo`, mo.compile(whole));
    for (const [handle, files] of Object.entries(scripts)) {
      const own = [...texts].filter(([, places]) =>
        places.some(
          (place) =>
            files.includes(place.replace('editor/', '')) || (place === 'elements.json' && !handle.endsWith('settings')),
        ),
      );
      const messages = Object.fromEntries(own.map(([text]) => [text, [rows[text][index]]]));
      const script = { domain: 'iom-widgets', locale_data: { 'iom-widgets': { '': { lang: locale }, ...messages } } };
      writeFileSync(`${folder}/iom-widgets-${locale}-${handle}.json`, JSON.stringify(script));
    }
  });
}
