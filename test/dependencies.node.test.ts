import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { bundled } from '../scripts/bundled-packages.mjs';

interface Locked {
  version: string;
  integrity?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}
interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  scope: string;
  hashes: { content: string }[];
}
interface Manifest {
  name: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}
interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
const record = 'SECURITY.md';

describe('what the package is made of', () => {
  const boms = ['dist', 'build/iom-feed/dist'].map((folder) => read<Bom>(`${folder}/sbom.cdx.json`));
  const library = read<Manifest>('package.json');

  for (const [index, manifest, inScripts] of [
    [0, library, bundled],
    [1, read<Manifest>('build/iom-feed/package.json'), []],
  ] as const) {
    it(`${manifest.name}: is all in its sbom.cdx.json: what is bundled, what it needs, and how it hangs together`, () => {
      const sbom = boms[index];
      const { name: own, dependencies, optionalDependencies, peerDependencies } = manifest;
      const required = sbom.components.filter(({ scope }) => scope === 'required').map(({ name }) => name);
      for (const name of [...inScripts, ...Object.keys(dependencies)]) assert.ok(required.includes(name), name);
      const all = new Map(sbom.components.map((entry) => [entry['bom-ref'], entry]));
      const names = new Set(sbom.components.map(({ name }) => name));
      for (const name of Object.keys({ ...peerDependencies, ...optionalDependencies }))
        assert.ok(names.has(name), name);
      assert.equal(sbom.metadata.component.name, own);
      for (const { dependsOn } of sbom.dependencies) for (const ref of dependsOn) assert.ok(all.has(ref), ref);
      for (const { hashes } of sbom.components) assert.match(hashes[0].content, /^[0-9a-f]{128}$/);
    });
  }

  it('says nothing of when and by whom it was built', () => {
    for (const sbom of boms) {
      assert.equal(sbom.serialNumber, undefined);
      assert.equal(sbom.metadata.timestamp, undefined);
    }
  });

  it('is bundled from the packages that SECURITY.md names, and from no others', () => {
    assert.deepEqual(
      sizesIn(readFileSync(record, 'utf8'))
        .map(([name]) => name)
        .sort(),
      [...bundled].sort(),
    );
    const notices = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    for (const name of bundled)
      assert.ok(notices.includes(`${name} ${packages[`node_modules/${name}`].version}`), name);
  });

  it('runs nothing when it is installed', () => {
    const scripts = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript);
    const names = new Set(boms.flatMap(({ components }) => components.map((entry) => entry['bom-ref'])));
    const matches = scripts.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`);
    assert.deepEqual(
      matches.filter((ref) => names.has(ref)),
      [],
    );
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare'])
      assert.equal(library.scripts[name], undefined, name);
  });

  it('weighs what SECURITY.md says, to a tenth', async () => {
    let text = readFileSync(record, 'utf8');
    const grown: string[] = [];
    for (const [name, reported] of sizesIn(text)) {
      const size = await weigh(name);
      if (Math.abs(size - reported) > size / 10) grown.push(`${name}: ${size} bytes; ${record} says ${reported}`);
      text = text.replace(rowOf(name), `$1${written(size)} |`);
    }
    if (process.env.RECORD_SIZES) writeFileSync(record, text);
    else assert.deepEqual(grown, []);
  });
});

describe('the build', () => {
  it('makes the same bytes in another folder at another time', { timeout: 600_000 }, () => {
    const folder = mkdtempSync(`${tmpdir()}/build-`);
    try {
      for (const name of readdirSync('.')) {
        if (/^(node_modules|dist|\.git|build|storybook-static)$/.test(name)) continue;
        cpSync(name, `${folder}/${name}`, { recursive: true });
      }
      symlinkSync(`${process.cwd()}/node_modules`, `${folder}/node_modules`);
      execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder, stdio: 'ignore' });
      for (const made of ['dist', 'build/iom-feed']) assert.deepEqual(hashesOf(`${folder}/${made}`), hashesOf(made));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Names and bytes in the table of SECURITY.md. */
const sizesIn = (text: string) =>
  bundled.flatMap((name): [string, number][] => {
    const [, , size] = rowOf(name).exec(text) ?? [];
    return size ? [[name, Number(size.replaceAll(',', ''))]] : [];
  });

const rowOf = (name: string) => new RegExp(`(\\| ${name} +\\| +)([\\d,]+) \\|`);

const written = (size: number) => size.toLocaleString('en');

/** A package as a page would have to load it: its code minified and compressed; a map as the library draws it. */
async function weigh(name: string): Promise<number> {
  if (name === 'world-atlas')
    return brotliCompressSync(readFileSync('src/elements/office-map/world.generated.ts')).length;
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['production', 'module', 'browser', 'default'] },
    build: {
      write: false,
      minify: true,
      lib: { entry: fileURLToPath(import.meta.resolve(name)), formats: ['es'] },
      // What Node has by itself, a package of the same name isn't bundled for.
      rolldownOptions: {
        external: (id) => isBuiltin(id) || bundled.some((other) => other !== name && id.startsWith(other)),
      },
    },
  })) as Rolldown.RolldownOutput[];
  return brotliCompressSync(output[0].code).length;
}

const hashesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort()
      .map((file) => [file.slice(folder.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
