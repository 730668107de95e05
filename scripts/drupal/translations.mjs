// The Drupal module’s texts in other languages, as Drupal reads them: a .po file for each, in the module’s folder. The words
// of the elements are those of WordPress’ blocks; translations.txt has what only the module says.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { po } from 'gettext-parser';
import { parse } from 'yaml';
import { textsOf } from '../wordpress/elements.mjs';
import { readTable } from '../wordpress/translations.mjs';

const source = 'integrations/drupal';
const table = 'scripts/drupal/translations.txt';

/** Drupal’s names of the languages, in the order of the tables’ columns. */
export const languages = ['fr', 'es', 'ar', 'ru', 'zh-hans'];

/** Texts that Drupal itself has translated. */
const ofDrupal = new Set(['Media']);

/** Calls whose first argument is a text. */
const call = /(?:->(?:t|said)|\bt|\bTranslatableMarkup)\(\s*'([^']+)'/g;
/** Keys whose values Drupal translates. */
const keys = new Set(['name', 'description', 'title', 'label', '_title']);
const isOfPeople = /\.(?:info|links\.menu|routing|config_translation|schema|ckeditor5)\.yml$/;

/** What stands in a YAML file for people. */
function textsIn(value, key) {
  if (typeof value === 'string') return keys.has(key) ? [value] : [];
  // General HTML Support calls tags so.
  const entries = value && typeof value === 'object' ? Object.entries(value) : [];
  return entries.flatMap(([name, entry]) => (name === 'ckeditor5' ? [] : textsIn(entry, name)));
}

/** @returns {Map<string, string>} English texts of the module, each with a file that has it. */
export function collectTexts(elements) {
  const texts = new Map(textsOf(elements).flatMap((text) => (text ? [[text, 'elements.json']] : [])));
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(?:php|module|install|yml)$/.test(file)) continue;
    const content = readFileSync(`${source}/${file}`, 'utf8');
    const own = file.endsWith('.yml')
      ? isOfPeople.test(file)
        ? textsIn(parse(content))
        : []
      : [...content.matchAll(call)].map(([, text]) => text);
    for (const text of own) if (!ofDrupal.has(text)) texts.set(text, file);
  }
  return texts;
}

/** @returns {Record<string, string[]>} Translations by English text, in the order of the languages. */
const readTables = () => ({ ...readTable(), ...readTable(table) });

/** What the tables lack, what this one has too much, or says without a placeholder of the English text; a line each. */
export function problems(elements) {
  const texts = collectTexts(elements);
  const rows = readTables();
  const placeholders = (text) => (text.match(/@\w+|\{lang\}/g) ?? []).sort().join();
  return [
    ...[...texts].flatMap(([text, file]) => (rows[text] ? [] : `${table} lacks “${text}” of ${file}.`)),
    ...Object.entries(readTable(table)).flatMap(([text, row]) => [
      ...(texts.has(text) ? [] : [`${table} has “${text}”, which is used nowhere.`]),
      ...languages.flatMap((language, index) =>
        row[index] && placeholders(row[index]) === placeholders(text)
          ? []
          : `${table}: ${language} of “${text}” is missing or has other placeholders.`,
      ),
    ]),
  ];
}

/**
 * Writes all of them.
 *
 * @throws Where a table is not complete.
 */
export function writeTranslations(elements, folder) {
  const wrong = problems(elements);
  if (wrong.length) throw new Error(wrong.join('\n'));
  const texts = [...collectTexts(elements).keys()];
  const rows = readTables();
  mkdirSync(folder, { recursive: true });
  languages.forEach((language, index) => {
    const translations = Object.fromEntries(texts.map((text) => [text, { msgid: text, msgstr: [rows[text][index]] }]));
    const headers = { Language: language, 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=UTF-8' };
    const file = po.compile({ charset: 'utf-8', headers, translations: { '': translations } }, { foldLength: 0 });
    writeFileSync(`${folder}/iom_widgets.${language}.po`, file);
  });
}
