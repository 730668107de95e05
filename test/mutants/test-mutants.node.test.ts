import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { scratchFolder } from '../helpers/publications.js';
import { testMutants } from './test-mutants.mjs';

/** A bundle with one test, as the instrumenter and the harness make them; each mutant does something else to it. */
const bundle = `
const mutants = globalThis.__stryker__;
const effects = {
  throws() { throw new Error('noticed'); },
  loops() { for (;;); },
  waits: () => new Promise(() => {}),
  ends: () => process.exit(0),
  nothing() {},
};
export const names = () => ['a test'];
export const leave = async () => {};
export async function run(name) {
  const { perTest } = mutants.mutantCoverage ?? {};
  if (perTest) perTest[name] = Object.fromEntries(Object.keys(effects).map((id) => [id, 1]));
  await effects[mutants.activeMutant]?.();
}`;

it('a mutant that throws, never ends or ends its process is noticed; one that does nothing, or is never run, is not', async () => {
  const file = join(scratchFolder(), 'bundle.mjs');
  writeFileSync(file, bundle);
  const mutants = ['throws', 'loops', 'waits', 'ends', 'nothing', 'elsewhere'].map((id) => ({ id }));
  assert.deepEqual(await testMutants(file, mutants), [{ id: 'nothing' }, { id: 'elsewhere' }]);
});
