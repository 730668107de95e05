// Writes sbom.cdx.json into each package: what it is made of and what it needs (https://cyclonedx.org/docs/1.5/json/), from
// the lock file alone and without the time and the number that `npm sbom` puts in: the same sources make the same bytes.
// `npm sbom` takes what is bundled for tools of the workshop, and refuses where those disagree with one another.
import { readFileSync, writeFileSync } from 'node:fs';
import { bundled } from './bundled-packages.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { packages } = read('package-lock.json');
write('dist', read('package.json'), bundled);
write('build/iom-feed/dist', read('build/iom-feed/package.json'), []);

function write(folder, manifest, inScripts) {
  writeFileSync(`${folder}/sbom.cdx.json`, `${JSON.stringify(sbomOf(manifest, inScripts), null, 1)}\n`);
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 13);
}

/** Where Node finds a package from inside another one: beside it, else further out. */
function find(wanted, from) {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const path = `${at && `${at}/`}node_modules/${wanted}`;
    if (packages[path]) return [path];
    if (!at) return [];
  }
}

/** @param inScripts Names of the packages that are part of its scripts. */
function sbomOf({ name, version, description, license, ...needs }, inScripts) {
  const { dependencies, peerDependencies, optionalDependencies } = needs;
  const refOf = (path) => (path ? `${nameOf(path)}@${packages[path].version}` : `${name}@${version}`);
  const below = new Map();
  /** Follows what a package needs, and notes it. */
  const follow = (path, wanted) => {
    const found = [...new Set(wanted)].flatMap((entry) => find(entry, path));
    below.set(path, found);
    for (const entry of found) {
      const { dependencies = {}, optionalDependencies = {} } = packages[entry];
      if (!below.has(entry)) follow(entry, Object.keys({ ...dependencies, ...optionalDependencies }));
    }
  };
  const always = [...inScripts, ...Object.keys(dependencies)];
  follow('', always);
  const required = new Set(below.keys());
  follow('', [...always, ...Object.keys({ ...peerDependencies, ...optionalDependencies })]);

  const component = (path) => {
    const { version, license, integrity } = packages[path];
    const [algorithm, hash] = integrity.split('-');
    return {
      'bom-ref': refOf(path),
      type: 'library',
      name: nameOf(path),
      version,
      scope: required.has(path) ? 'required' : 'optional',
      licenses: license && [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }],
      purl: `pkg:npm/${nameOf(path).replace('@', '%40')}@${version}`,
      hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') }],
    };
  };
  const unique = (refs) => [...new Set(refs)].sort();
  const paths = [...below.keys()].filter(Boolean);
  const byRef = new Map(paths.map((path) => [refOf(path), path]));
  return {
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
}
