import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { build } from 'vite';
import { initial } from '../demo/builder/choice.js';
import { snippetOf } from '../demo/builder/snippets.js';
import library from '../package.json' with { type: 'json' };
import { ownCdn, placeholder, scriptsOf } from '../scripts/cdn.mjs';

const textsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // The `$id` of a schema is a name, which stays.
    .filter((file) => /\.(?:md|mdx|ts|mjs|txt|php|js)$/.test(file) && !file.includes('node_modules'))
    .map((file) => `${folder}/${file}`);

describe('the server and the version that snippets name', () => {
  const files = [
    'README.md',
    ...['docs', 'stories', 'src', 'scripts', 'demo/builder', 'integrations'].flatMap(textsIn),
  ];

  it('are the same everywhere: the release line, or this version in full', () => {
    const versions = new Set([scriptsOf(library.version), `${placeholder}/iom-widgets@${library.version}/`]);
    const wrong = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/https:\/\/[\w.-]+\/iom-widgets@[\w.]+\//g)]
        .filter(([address]) => !versions.has(address))
        .map(([address]) => `${file}: ${address}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('are those of the builder', () => {
    const around = {
      version: library.version,
      link: { href: 'https://example.org/', text: 'News' },
      height: 800,
      language: 'en',
    };
    assert.ok(
      snippetOf({ ...initial, way: 'evergreen' }, around).includes(`src="${scriptsOf(library.version)}autoload.js"`),
    );
  });

  it('IOM_CDN puts an office’s own server into the copy that it builds', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      plugins: [ownCdn('https://cdn.office.test/')],
      build: { write: false, lib: { entry: 'demo/builder/choice.ts', formats: ['es'] } },
    });
    const [{ output }] = built as { output: { code?: string }[] }[];
    const code = output.map((file) => file.code).join('');
    assert.match(code, /https:\/\/cdn\.office\.test/);
    assert.ok(!code.includes(placeholder));
  });

  it('IOM_CDN that is no address is refused', () => {
    assert.throws(() => ownCdn('cdn.office.test'), /IOM_CDN=cdn\.office\.test is not an address; write it as https:/);
    assert.equal(ownCdn(undefined).name, 'own-cdn');
  });
});
