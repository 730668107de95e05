// Writes dist/sbom.cdx.json: what the package is made of and what it needs (https://cyclonedx.org/docs/1.5/json/), from
// the lock file alone and without the time and the number that `npm sbom` puts in: the same sources make the same bytes.
// `npm sbom` takes what is bundled for tools of the workshop, and refuses where those disagree with one another.
import { readFileSync, writeFileSync } from 'node:fs';
import { bundled } from './bundled-packages.mjs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { name, version, description, license, dependencies, optionalDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 13);
const refOf = (path) => (path ? `${nameOf(path)}@${packages[path].version}` : `${name}@${version}`);

/** Where Node finds a package from inside another one: beside it, else further out. */
function find(wanted, from) {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const path = `${at && `${at}/`}node_modules/${wanted}`;
    if (packages[path]) return [path];
    if (!at) return [];
  }
}

const below = new Map();
/** Follows what a package needs, and notes it. */
function follow(path, wanted) {
  const found = wanted.flatMap((entry) => find(entry, path));
  below.set(path, found);
  for (const entry of found) {
    const { dependencies = {}, optionalDependencies = {} } = packages[entry];
    if (!below.has(entry)) follow(entry, Object.keys({ ...dependencies, ...optionalDependencies }));
  }
}
follow('', bundled);
const inScripts = new Set(below.keys());
follow('', [...new Set([...bundled, ...Object.keys({ ...dependencies, ...optionalDependencies })])]);

const component = (path) => {
  const { version, license, integrity } = packages[path];
  const [algorithm, hash] = integrity.split('-');
  return {
    'bom-ref': refOf(path),
    type: 'library',
    name: nameOf(path),
    version,
    // What is required is in the scripts that pages load; `iom-feed` and servers need the rest.
    scope: inScripts.has(path) ? 'required' : 'optional',
    licenses: license && [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }],
    purl: `pkg:npm/${nameOf(path).replace('@', '%40')}@${version}`,
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') }],
  };
};

const unique = (refs) => [...new Set(refs)].sort();
const paths = [...below.keys()].filter(Boolean);
const byRef = new Map(paths.map((path) => [refOf(path), path]));
const sbom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: {
      'bom-ref': refOf(''),
      type: 'library',
      name,
      version,
      description,
      licenses: [{ license: { id: license } }],
      purl: `pkg:npm/${name}@${version}`,
    },
  },
  components: unique(byRef.keys()).map((ref) => component(byRef.get(ref))),
  dependencies: [['', refOf('')], ...unique(byRef.keys()).map((ref) => [byRef.get(ref), ref])].map(([path, ref]) => ({
    ref,
    dependsOn: unique(below.get(path).map(refOf)),
  })),
};
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(sbom, null, 1)}\n`);
