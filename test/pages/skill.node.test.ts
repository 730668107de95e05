import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { elements } from '../../src/cli/check/elements.js';
import { check } from '../../src/cli/commands/check.js';
import { partNames } from '../../src/cli/publish/parts.js';
import { iomFeed } from '../helpers/cli.js';
import { scratchFolder } from '../helpers/publications.js';

const skill = readFileSync('dist/skills/iom-widgets/SKILL.md', 'utf8');
const llms = readFileSync('dist/llms.txt', 'utf8');
const [, head, text] = /^---\n([^]*?)\n---\n([^]*)$/.exec(skill)!;

describe('SKILL.md, for programs that write pages', () => {
  it('has a name and a description, and at most 20 KB', () => {
    const { name, description } = parse(head) as Record<string, string>;
    assert.equal(name, 'iom-widgets');
    assert.ok(description.length <= 1024);
    for (const tag of elements.keys()) assert.ok(description.includes(tag), tag);
    assert.ok(Buffer.byteLength(skill) <= 20_480, `${Buffer.byteLength(skill)} bytes`);
  });

  it('names every element with every attribute and slot, and none that isn’t there', () => {
    const sections = text.split(/^###? /m);
    const attributesIn = (section = '') => [...section.matchAll(/^- `([\w-]+)` \(/gm)].map(([, name]) => name);
    const common = attributesIn(sections.find((section) => section.startsWith('Attributes of every element')));
    assert.ok(common.includes('src') && common.includes('theme'));
    for (const [tag, { attributes, slots }] of elements) {
      const section = sections.find((entry) => entry.startsWith(`<${tag}>`));
      assert.deepEqual([...common, ...attributesIn(section)].sort(), [...attributes.keys()].sort(), tag);
      for (const slot of slots) assert.ok(section?.includes(`slot \`${slot}\``), slot);
    }
    const tags = [...text.matchAll(/^### <([\w-]+)>$/gm)].map(([, tag]) => tag);
    assert.deepEqual(tags.sort(), [...elements.keys()].sort());
  });

  it('shows an example in which nothing is to be corrected but its addresses', async () => {
    const [, example] = /```html\n([^]*?)```/.exec(text)!;
    const file = join(scratchFolder(), 'page.html');
    writeFileSync(file, example);
    const rules = (await check(file, { online: false })).map(({ rule }) => rule);
    assert.deepEqual([...new Set(rules)], ['placeholder']);
    writeFileSync(file, example.replace(/https:\/\/\w+\.example\.org/g, 'https://www.office.int'));
    assert.deepEqual(await check(file, { online: false }), []);
  });

  it('names commands and parts of a publication that there are', async () => {
    const { stdout } = await iomFeed(['--help']);
    const commands = [...text.matchAll(/npx iom-feed (\w+)/g)].map(([, name]) => name);
    assert.ok(commands.length >= 6);
    for (const name of commands) assert.match(stdout, new RegExp(`^  ${name} `, 'm'), name);
    const parts = [...text.matchAll(/`([a-z]+)\.json`/g)].map(([, name]) => name);
    for (const name of parts) assert.ok((partNames as readonly string[]).includes(name), name);
  });
});

describe('llms.txt', () => {
  it('leads to what is in the package and in the repository', () => {
    const links = [...llms.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address);
    assert.ok(links.length >= 5);
    for (const address of links) assert.ok(existsSync(join('dist', address)), address);
    const files = [...llms.matchAll(/^- ([\w/]+\.md): \S/gm)].map(([, file]) => file);
    assert.ok(files.includes('docs/elements.md') && files.length >= 10);
    for (const file of files) assert.ok(existsSync(file), file);
  });
});
