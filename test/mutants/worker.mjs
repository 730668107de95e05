// Runs the tests of one bundle, for one mutant after the other. Each time the bundle is loaded anew: no mutant finds what
// another has left in a module. run.mjs ends the process when a mutant takes too long.
import { mock } from 'node:test';
import { pathToFileURL } from 'node:url';

const [bundle] = process.argv.slice(2);
const mutants = (globalThis.__stryker__ ??= {});
const descriptors = (of) => new Map(Reflect.ownKeys(of).map((key) => [key, Object.getOwnPropertyDescriptor(of, key)]));
const [globals, env, folder] = [descriptors(globalThis), { ...process.env }, process.cwd()];

/** Milliseconds that a test may take at all; the real clock, whatever tests put in its place. */
const longest = 5000;
const { setTimeout, clearTimeout } = globalThis;

let uncaught;
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => {
    if (process.env.MUTANTS_DEBUG) console.error(error);
    uncaught ??= error;
  });
}

let loads = 0;
/** @param {string} [mutant] Its id; none for the code as it is. */
async function load(mutant) {
  mutants.activeMutant = mutant;
  mutants.currentTestId = undefined;
  uncaught = undefined;
  return import(`${pathToFileURL(bundle).href}?${loads++}`);
}

/** Undoes what a test that failed has left changed. */
function restore() {
  mock.reset();
  mock.timers.reset();
  for (const [key, { value }] of descriptors(globalThis)) {
    if (!globals.has(key)) Reflect.deleteProperty(globalThis, key);
    else if (globals.get(key).value !== value) Reflect.defineProperty(globalThis, key, globals.get(key));
  }
  process.env = { ...env };
  process.chdir(folder);
  process.exitCode = 0;
}

/**
 * The tests of the bundle: which pass, how long each takes, and which mutants it comes by. In two runs: a test that passes
 * in the first alone, since something of it stays in the process, would find every mutant.
 */
async function dryRun() {
  const { tests: first } = await dryRunOnce();
  const result = await dryRunOnce();
  const passed = new Set(first.filter(({ passes }) => passes).map(({ name }) => name));
  for (const test of result.tests) test.passes &&= passed.has(test.name);
  return result;
}

async function dryRunOnce() {
  mutants.mutantCoverage = { static: {}, perTest: {} };
  const { names, run, leave } = await load();
  const tests = [];
  for (const name of names()) {
    mutants.currentTestId = name;
    const start = performance.now();
    let timer;
    const passes = await Promise.race([
      run(name).then(
        () => !uncaught,
        () => false,
      ),
      new Promise((done) => (timer = setTimeout(done, longest, false))),
    ]);
    clearTimeout(timer);
    if (process.env.MUTANTS_DEBUG && !passes) console.error(name, uncaught);
    uncaught = undefined;
    tests.push({ name, passes, milliseconds: performance.now() - start });
  }
  mutants.currentTestId = undefined;
  await leave();
  restore();
  const { static: always, perTest } = mutants.mutantCoverage;
  mutants.mutantCoverage = { static: {}, perTest: {} };
  return { tests, always: Object.keys(always), perTest: tests.map(({ name }) => Object.keys(perTest[name] ?? {})) };
}

/** @returns The name of the first test that fails with a mutant. */
async function foundBy({ mutant, tests }) {
  let bundled;
  try {
    bundled = await load(mutant);
  } catch {
    return 'all: the module does not load';
  }
  try {
    for (const name of tests) {
      try {
        await bundled.run(name);
        if (uncaught) return name;
      } catch {
        return name;
      }
    }
    return undefined;
  } finally {
    await bundled.leave();
    restore();
  }
}

process.on('message', async (task) => {
  process.send(task.mutant === undefined ? await dryRun() : { foundBy: await foundBy(task) });
});
