// npm run api: records what this version promises to pages, from the manifest, in docs/api/. Run it with each release;
// test/pages/versions.node.test.ts holds later versions to it.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { lineOf, promisesOf } from './public-api.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { version } = read('package.json');
const file = `docs/api/${lineOf(version)}.json`;
const promises = JSON.stringify(promisesOf(read('custom-elements.json')), null, 2);
writeFileSync(file, await format(promises, { ...(await resolveConfig(file)), filepath: file }));
console.log(file);
