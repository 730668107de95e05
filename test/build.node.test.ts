import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { loadConfigFromFile } from 'vite';

interface Group {
  name: string;
  test: (id: string) => boolean;
}

const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' });
const output = loaded!.config.build!.rolldownOptions!.output as { codeSplitting: { groups: Group[] } };
const { groups } = output.codeSplitting;
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => resolve(folder, file));

describe('the plan of what goes into one file', () => {
  const sources = filesIn('src');
  const lit = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'].flatMap((name) =>
    filesIn(`node_modules/${name}`),
  );

  it('is there', () => assert.ok(groups.length > 5));

  for (const { name, test } of groups) {
    it(`${name} holds modules of ours`, () => assert.ok(sources.some(test)));
  }

  it('what all elements need holds Lit as its authors ship it', () => {
    const core = groups.find(({ name }) => name === 'core')!;
    for (const part of ['lit-html/lit-html.js', 'lit-element/lit-element.js', '@lit/reactive-element/css-tag.js']) {
      assert.ok(core.test(resolve('node_modules', part)), part);
    }
    assert.ok(!lit.filter((file) => /\/directives\//.test(file)).some(core.test));
  });
});
