// npm run new -- events: makes <iom-events>: its files, its line in src/elements.ts, and its names in lists and docs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { classOf, names, problems, write } from './elements.mjs';

const [name] = process.argv.slice(2);
const fail = (message) => {
  console.error(message);
  process.exit(1);
};
if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name ?? '')) {
  fail(
    'Give a name in lower case, with hyphens between words: npm run new -- field-stories creates <iom-field-stories>.',
  );
}
const type = classOf(name);
const title = name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

const touched = [];
/** Never instead of a file that is there. */
const make = (file, text) => {
  if (existsSync(file)) return;
  mkdirSync(file.replace(/[^/]+$/, ''), { recursive: true });
  writeFileSync(file, text);
  touched.push(file);
  console.log(`created ${file}`);
};
const insert = (file, before, text) => {
  const old = readFileSync(file, 'utf8');
  const place = old.lastIndexOf(before);
  if (place < 0) return console.log(`${file}: add ${name} by hand`);
  writeFileSync(file, old.slice(0, place) + text + old.slice(place));
  touched.push(file);
  console.log(`added to ${file}`);
};

make(
  `src/elements/${name}/define.ts`,
  `import { define } from '../base/define-element.js';
import { ${type} } from './${name}.js';

define('iom-${name}', ${type});

declare global {
  interface HTMLElementTagNameMap {
    'iom-${name}': ${type};
  }
}
`,
);
make(
  `src/elements/${name}/${name}.ts`,
  `import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { integer } from '../base/converters.js';
import { IomElement } from '../base/iom-element.js';
import { styles } from './${name}.styles.js';

/**
 * ${title}: say in a sentence what it shows.
 *
 * @summary ${title}: say in a line what it shows.
 * @tag iom-${name}
 * @csspart title - The title.
 */
export class ${type} extends IomElement {
  static override styles = [...IomElement.styles, styles];
  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: 'heading-level', converter: integer(1, 6, 3) },
  };

  /** Level of the title in the outline of the page: 1 to 6. */
  headingLevel = 3;

  protected renderContent({ feed }: ParsedFeed): TemplateResult | 'loading' | undefined {
    const [item] = feed.items;
    return item && html\`<div class="title" role="heading" aria-level=\${this.headingLevel} part="title">\${item.title}</div>\`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return html\`<div class="title">\${first}</div>\`;
  }
}
`,
);
make(
  `src/elements/${name}/${name}.styles.ts`,
  `import { css } from '../../tokens/css.js';

/** As high before the feed is there as after. */
export const styles = css\`
  .title {
    min-block-size: 3em;
    font-weight: 600;
  }
\`;
`,
);
make(
  `stories/${name}.stories.ts`,
  `import '../src/elements/${name}/define.js';
import { metaOf, states, type Story } from './helpers.js';

const tag = 'iom-${name}';
export default {
  title: 'Elements/${title}',
  component: tag,
  ...metaOf(tag),
};

export const Default: Story = {};
export const Loading: Story = { ...states.Loading, tags: ['loading'] };
export const ErrorWithFallback: Story = { ...states.ErrorWithFallback, tags: ['warns'] };
export const ErrorWithoutFallback: Story = { ...states.ErrorWithoutFallback, tags: ['warns'] };
export const Offline: Story = { ...states.Offline, tags: ['warns'] };
export const Stale: Story = { ...states.Stale, tags: ['warns'] };
export const RightToLeft: Story = states.RightToLeft;
export const DarkPage: Story = states.DarkPage;
export const Phone: Story = states.Phone;
export const Wide: Story = states.Wide;
`,
);
make(
  `test/elements/${name}.test.ts`,
  `import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/${name}/define.js';
import { nextEvent } from '../helpers/events.js';

describe('<iom-${name}>', () => {
  it('shows the newest title of a feed', async () => {
    const element = document.createElement('iom-${name}');
    const items = [{ id: 'a', title: 'Test title' }];
    element.feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Test feed', language: 'en', items };
    const loaded = nextEvent(element, 'iom-load');
    await fixture(html\`<div lang="en">\${element}</div>\`);
    await loaded;
    expect(element.renderRoot.querySelector('[part=title]')?.textContent).to.equal('Test title');
    await expect(element).to.be.accessible();
  });
});
`,
);
if (!names().includes(name))
  insert('src/elements.ts', '};\n', `  ${name.includes('-') ? `'${name}'` : name}: () => 3,\n`);
write();
const lacks = (file) => problems().some((problem) => problem.startsWith(`${file} does not name ${name}`));
if (lacks('README.md'))
  insert(
    'README.md',
    '\n[Elements](docs/elements.md) lists',
    `| \`<iom-${name}>\` | ${title}: say in a line what it shows |\n`,
  );
if (lacks('docs/elements.md')) {
  insert(
    'docs/elements.md',
    '## Look\n',
    `## \`<iom-${name}>\`\n\n| attribute | |\n| --- | --- |\n| \`heading-level\` | level of the title in the page’s outline; default 3 |\n\n`,
  );
}
if (lacks('integrations/drupal/README.md')) {
  insert('integrations/drupal/README.md', '   <div data-*>', `   <iom-${name} data-*>\n`);
}
for (const language of ['en', 'fr']) {
  const file = `demo/builder/words.${language}.ts`;
  if (lacks(file)) insert(file, "    'sdg-grid': [", `    '${name}': ['${title}', 'Say in a line what it shows'],\n`);
}
if (touched.length)
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', ...touched], { stdio: 'inherit' });
console.log(`\n${problems().join('\n')}
Then: say what it shows where it says "say in a line"; what it reads of _iom in src/feed/schema/feed.schema.json (npm run model);
its texts in src/i18n/messages/common/; and npm test -- ${name}`);
