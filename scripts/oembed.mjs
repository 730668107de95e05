// Writes a page of its own for an embedding, with its oEmbed answers, beside embed.html:
//   npm run oembed -- --base https://cdn.example.org/iom-widgets@0.1/ --name press-fr --element news-feed --lang fr
//     --title "Actualités de l’OIM" --link https://www.iom.int/fr/news --src https://feeds.example.org/fr/news.json
// Everything that is not named here is an attribute of the element; one without a value ends in =, such as --more=.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { oembedFiles } from '../src/html/oembed.ts';

const text = { type: 'string' };
const known = {
  out: { ...text, default: 'dist' },
  base: text,
  name: text,
  element: text,
  lang: { ...text, default: 'en' },
  title: text,
  link: text,
  width: { ...text, default: '600' },
  height: { ...text, default: '800' },
};
const named = process.argv.flatMap((argument) => /^--([^=]+)/.exec(argument)?.[1] ?? []);
const { values } = parseArgs({ options: { ...Object.fromEntries(named.map((name) => [name, text])), ...known } });
const { out, width, height, base, name, element, lang, title, link, ...attributes } = values;
const missing = Object.entries({ base, name, element, title, link }).flatMap(([option, value]) =>
  value ? [] : option,
);
if (missing.length) {
  console.error(`Missing: --${missing.join(', --')}; see the first lines of scripts/oembed.mjs.`);
  process.exit(1);
}
const embedding = { base, name, element, lang, title, link, attributes, width: Number(width), height: Number(height) };
for (const [file, content] of Object.entries(oembedFiles(embedding, readFileSync('src/embed/embed.html', 'utf8')))) {
  writeFileSync(`${out}/${file}`, content);
  console.log(`${out}/${file}`);
}
