import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { placeholderHeights } from '../../src/elements.js';

describe('the package', () => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);

  it('holds what the README names', () => {
    const elements = readdirSync('src/elements', { withFileTypes: true }).filter(({ name }) =>
      existsSync(`src/elements/${name}/define.ts`),
    );
    for (const path of [
      'autoload.js',
      'iom-widgets.js',
      'index.js',
      'custom-elements.json',
      'feed.schema.json',
      'integrity.json',
      'embed.html',
      'embed.js',
      'embed-host.js',
      'events.js',
      'watch.js',
      'application/autoload.js',
      'react.js',
      'THIRD-PARTY-LICENSES.txt',
      'types/index.d.ts',
      ...elements.flatMap(({ name }) => [`elements/${name}.js`, `types/elements/${name}/define.d.ts`]),
    ]) {
      assert.ok(paths.includes(`dist/${path}`), path);
    }
  });

  it('holds nothing else', () => {
    const others = paths.filter((path) => !path.startsWith('dist/')).sort();
    assert.deepEqual(others, ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']);
    assert.deepEqual(
      paths.filter((path) => /\.(ts|map|html)$/.test(path) && !path.endsWith('.d.ts') && path !== 'dist/embed.html'),
      [],
    );
  });

  it('holds every file that package.json names', () => {
    const library = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
    const { exports, types, customElements, 'web-types': webTypes } = library;
    const named = JSON.stringify([exports, types, customElements, webTypes]).match(
      /(?<=[:[,]")(\.\/)?dist\/[^"*]+\.\w+(?=")/g,
    )!;
    const missing = named.map((path) => path.replace('./', '')).filter((path) => !paths.includes(path));
    assert.ok(named.includes('dist/custom-elements.json') && named.length > 20);
    assert.deepEqual(missing, []);
  });

  it('may be imported on a server: nothing throws, nothing is registered, and the classes are there', async () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
    const names = Object.keys(placeholderHeights);
    const scripts = Object.keys(exports)
      .filter((name) => /^\.$|\.js$|^\.\/react$/.test(name))
      .flatMap((name) => (name.includes('*') ? names.map((element) => name.replace('*', element)) : name))
      .map((name) => name.replace('.', 'iom-widgets'));
    assert.equal(scripts.length, names.length + 6);
    const onServer = `
      const imported = {};
      for (const name of ${JSON.stringify(scripts)}) imported[name] = Object.keys(await import(name));
      const registered = ${JSON.stringify(names)}.filter((name) => globalThis.customElements?.get('iom-' + name));
      console.log(JSON.stringify({ imported, registered }));`;
    const { imported, registered } = JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '--eval', onServer], { encoding: 'utf8' }),
    ) as { imported: Record<string, string[]>; registered: string[] };
    assert.deepEqual(registered, []);
    const classes = Object.keys(await import('../../src/index.js'));
    assert.ok(classes.includes('NewsFeed') && classes.includes('FeedError'));
    for (const name of ['iom-widgets', 'iom-widgets/iom-widgets.js'])
      assert.deepEqual(imported[name].sort(), classes.sort(), name);
    assert.ok(imported['iom-widgets/autoload.js'].includes('watch'));
  });

  it('is found by Parcel, which reads `alias` and `main` where others read `exports`', () => {
    const library = JSON.parse(readFileSync('package.json', 'utf8')) as {
      main: string;
      alias: Record<string, string>;
      exports: Record<string, string | { default?: string }>;
    };
    const { main, alias, exports } = library;
    const scripts = Object.entries(exports).flatMap(([name, target]) =>
      typeof target === 'object' && target.default && name !== './ssr' ? [[name, target.default]] : [],
    );
    assert.deepEqual(
      Object.fromEntries(
        [['.', main], ...Object.entries(alias)].map(([name, path]) => [name, path.replace('$1', '*')]),
      ),
      Object.fromEntries(scripts),
    );
  });

  it('holds no `await` outside of functions in what browsers load, which not every bundler supports', () => {
    const scripts = paths.filter((path) => path.endsWith('.js') && !path.startsWith('dist/ssr/'));
    const isAwaited = (node: ts.Node): boolean =>
      ts.isAwaitExpression(node) || (!ts.isFunctionLike(node) && !!ts.forEachChild(node, isAwaited));
    const awaiting = scripts.filter((path) =>
      isAwaited(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)),
    );
    assert.deepEqual(awaiting, []);
  });

  it('every choice of an attribute is written out, for editors and controls', () => {
    const written = /^('[\w-]*'|string|number|boolean|undefined|readonly string\[\])$/;
    const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
      modules: { declarations: { attributes?: { name: string; type?: { text: string } }[] }[] }[];
    };
    const attributes = modules.flatMap(({ declarations }) => declarations.flatMap((entry) => entry.attributes ?? []));
    assert.ok(attributes.length > 50);
    const vague = attributes
      .map(({ name, type }) => `${name}: ${type?.text}`)
      .filter(
        (line) =>
          !line
            .replace(/^[\w-]+: /, '')
            .split(' | ')
            .every((part) => written.test(part)),
      );
    assert.deepEqual(vague, []);
  });

  it('names the integrity of every script that pages load', () => {
    const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;
    const scripts = paths
      .filter((path) => path.endsWith('.js') && !path.startsWith('dist/ssr/'))
      .map((path) => path.replace('dist/', ''));
    assert.deepEqual(Object.keys(integrity).sort(), scripts.sort());
    for (const [file, hash] of Object.entries(integrity)) {
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(readFileSync(`dist/${file}`))
          .digest('base64')}`,
        file,
      );
    }
  });

  it('documents every element: summary, attributes, slots, events, parts', () => {
    interface Documented {
      tagName?: string;
      summary?: string;
      attributes?: { name: string; description?: string }[];
      slots?: object[];
      events?: object[];
      cssParts?: object[];
    }
    const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
      modules: { declarations: Documented[] }[];
    };
    const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
    const tags = Object.keys(placeholderHeights).map((name) => `iom-${name}`);
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), tags.sort());
    for (const { tagName, summary, attributes = [], slots, events, cssParts } of elements) {
      assert.ok(summary && slots?.length && events?.length && cssParts?.length, tagName);
      assert.deepEqual(
        attributes.filter(({ description }) => !description).map(({ name }) => name),
        [],
      );
    }
  });
});
