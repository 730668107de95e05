// What programs that write pages read: dist/skills/iom-widgets/SKILL.md, made from the manifest, and dist/llms.txt, which says
// where everything is. Run by npm run build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { scriptsOf } from './cdn.mjs';

const library = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const scripts = scriptsOf(library.version);

/** Attributes that all elements have, which are named once. */
const isCommon = ({ inheritedFrom, name }) =>
  inheritedFrom?.name === 'IomElement' ||
  elements.every(({ attributes }) => attributes.some((entry) => entry.name === name));

const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();

const lineFor = ({ name, type, default: initial, description }) => {
  const value = [oneLine(type?.text), initial && `default ${initial}`].filter(Boolean).join(', ');
  return `- \`${name}\` (${value}): ${oneLine(description)}`;
};

const sectionFor = ({ tagName, summary, attributes, slots = [] }) => {
  const own = attributes.filter((entry) => !isCommon(entry)).map(lineFor);
  const named = slots
    .filter(({ name }) => name)
    .map(({ name, description }) => `- slot \`${name}\`: ${oneLine(description)}`);
  return `### <${tagName}>\n\n${oneLine(summary)}\n\n${[...own, ...named].join('\n') || 'Only the attributes of every element.'}\n`;
};

const skill = `---
name: iom-widgets
description: Write or correct HTML with the elements iom-news-feed, iom-press-release, iom-press-contact, iom-org-chart, iom-link-cards, iom-sdg-grid, iom-office-map, iom-site-menu, iom-about and iom-key-figures, which show the JSON feed of a press office on any page.
---

# iom-widgets ${library.version}

A press office publishes one JSON feed. A page has one script and, for each thing to show, one element with the address of the feed and a link inside.

\`\`\`html
<script type="module" blocking="render" src="${scripts}autoload.js"></script>

<iom-news-feed src="https://feeds.example.org/{lang}/news.json" limit="5">
  <a href="https://www.example.org/news">All news</a>
</iom-news-feed>
\`\`\`

## Rules

1. Ask for the addresses of the scripts and of the feed. Those above are examples: never leave them in a page, never invent others.
2. The script stands once in a page, in its head. It loads each element when it is needed.
3. Close each element with its end tag. HTML has no \`<iom-… />\`: what follows would be inside.
4. Put a link to the same content inside each element. It is shown until the feed has loaded, and if it never does.
5. Write straight quotation marks around values, and https addresses.
6. \`{lang}\` in \`src\` becomes the language of the page, from the nearest \`lang\`. Keep it as it is: it is no variable of a template.
7. Boolean attributes are written without a value. Any value turns them on, but "false".
8. Use only the attributes below. Each may be written with the prefix \`data-\`, where editors strip others.
9. Where tags are stripped, write \`<div data-iom="news-feed" data-src="…">\` with the link inside.
10. Style with the custom properties and parts that the manifest names; write no CSS for what is inside of an element.
11. When the page is written, check it: \`npx iom-feed check page.html\`. It names each mistake with line, column and what to write. Exit code 0 is good.

With three or more elements on a page, give each the whole feed, \`…/{lang}/feed.json\`: it is requested once. With fewer, name the part that the element shows: \`news.json\`, \`release.json\`, \`contacts.json\`, \`organization.json\`, \`sections.json\`, \`goals.json\`, \`offices.json\`, \`menu.json\`, \`about.json\`, \`figures.json\`.

## Attributes of every element

${elements[0].attributes.filter(isCommon).map(lineFor).join('\n')}

## Elements

${elements.map(sectionFor).join('\n')}
## Commands

${Object.entries({
  import: 'makes a feed of what an office has: RSS, WordPress, Drupal, Word, e-mail, tables, Markdown',
  validate: 'finds what is wrong in a feed',
  check: 'finds what is wrong in a page',
  publish: 'writes the files that a server or CDN serves',
  sync: 'imports and publishes again and again',
  prerender: 'fills the elements of a page, for readers without script',
})
  .map(([name, what]) => `- \`npx iom-feed ${name}\` ${what}`)
  .join('\n')}

\`--help\` explains each. A package of its own, \`iom-feed\`, has them.
`;

const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
const titleOf = (file) => /^# (.+)$/m.exec(readFileSync(file, 'utf8'))[1];

const llms = `# iom-widgets

> ${library.description}

## In this package

- [How to write pages with the elements](skills/iom-widgets/SKILL.md): for programs that write them
- [Manifest](custom-elements.json): every element with attributes, properties, events, slots, parts and custom properties
- [JSON Schema of the feed](feed.schema.json): JSON Feed 1.1 with the extension \`_iom\`
- [JSON Schema of the configuration of iom-feed sync](sync.schema.json)
- [Hashes of all scripts](integrity.json): for \`integrity\`, with a version written in full

## In the repository

- README.md: what it is, and how to begin
${docs.map((name) => `- docs/${name}: ${titleOf(`docs/${name}`)}`).join('\n')}
- CHANGELOG.md: what is new
- SECURITY.md: what protects a page, and how to report
`;

mkdirSync('dist/skills/iom-widgets', { recursive: true });
writeFileSync('dist/skills/iom-widgets/SKILL.md', skill);
writeFileSync('dist/llms.txt', llms);
