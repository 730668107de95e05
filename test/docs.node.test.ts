import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

interface Declaration {
  tagName?: string;
  attributes?: { name: string; inheritedFrom?: object }[];
  events?: { name: string }[];
}

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].concat(
  readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
);
const read = (file: string) => readFileSync(file, 'utf8');
const { modules } = JSON.parse(read('custom-elements.json')) as { modules: { declarations: Declaration[] }[] };
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** The anchor of each heading, as code hosts make it. */
const anchorsOf = (page: string) =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

describe('what is written', () => {
  it('is short where it begins', () => assert.ok(read('README.md').split('\n').length <= 150));

  for (const page of pages) {
    it(`${page}: no link leads nowhere`, () => {
      const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
      for (const [all, file, anchor] of links) {
        const target = file ? join(dirname(page), file) : page;
        assert.ok(existsSync(target), `${all}: there is no ${target}`);
        if (anchor && target.endsWith('.md')) assert.ok(anchorsOf(target).includes(anchor), `${all}: no such heading`);
      }
    });
  }

  it('no file is named that is not there', () => {
    const folders = ['src', 'scripts', 'test', 'stories', 'docs', 'demo', '.storybook'];
    const inFolders = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    );
    const files = [...readdirSync('.'), ...inFolders].filter((file) => !file.includes('node_modules/'));
    const isThere = (name: string) => files.some((file) => `/${file}`.endsWith(`/${name}`));
    const texts = files.filter((file) => /^(src|scripts|test|stories|docs|[A-Z]+\.md)\b.*\.(ts|mjs|md)$/.test(file));
    const lost = texts.flatMap((file) => {
      const text = read(file);
      const comments = file.endsWith('.md') ? [text] : (text.match(/\/\*[^]*?\*\/|(?<=^|\s)\/\/ .*/g) ?? []);
      return comments
        .flatMap((comment) => comment.match(/(?<![\w./…*<{-])[\w-][\w/.-]*\.(?:ts|mjs)\b(?!\w)/g) ?? [])
        .filter((name) => !isThere(name.replace(/^\//, '')))
        .map((name) => `${file}: ${name}`);
    });
    assert.deepEqual(lost, []);
  });

  const parts = read('docs/elements.md').split(/^## /m);
  const partOf = (title: string) => parts.find((part) => part.startsWith(title)) ?? '';
  for (const { tagName, attributes = [], events = [] } of elements) {
    it(`docs/elements.md says what <${tagName}> takes and fires`, () => {
      const all = `${partOf(`\`<${tagName}>\``)}${partOf('Every element')}`;
      assert.deepEqual(
        attributes.filter(({ name }) => !all.includes(`\`${name}\``)).map(({ name }) => name),
        [],
      );
      assert.deepEqual(
        events.filter(({ name }) => !partOf('Events').includes(`\`${name}\``)).map(({ name }) => name),
        [],
      );
    });
  }
});
