// Stands in for `node:test` in the bundles of run.mjs: collects the tests of their files and runs those that are asked
// for, so that each mutant costs its own tests and not a start of Node.
import { mock as tracker } from 'node:test';

/** @typedef {{ parent?: Suite, name: string, before: Function[], after: Function[], beforeEach: Function[], afterEach: Function[], entered?: boolean }} Suite */

/** @returns {Suite} */
const suiteOf = (name, parent) => ({ name, parent, before: [], after: [], beforeEach: [], afterEach: [] });

const root = suiteOf('');
let current = root;
/** @type {Map<string, { suite: Suite, run: Function }>} Tests by their whole name: mutants may change how many there are. */
const tests = new Map();

const lineage = (suite) => (suite ? [...lineage(suite.parent), suite] : []);
const callback = (args) => args.find((argument) => typeof argument === 'function');

export function describe(...args) {
  current = suiteOf(`${current.name} › ${args[0]}`, current);
  try {
    callback(args)();
  } finally {
    current = current.parent;
  }
}

export function it(...args) {
  const options = args.find((argument) => argument && typeof argument === 'object');
  if (options?.skip) return;
  let name = `${current.name} › ${args[0]}`;
  while (tests.has(name)) name += '′';
  tests.set(name, { suite: current, run: callback(args) });
}

export const [before, after, beforeEach, afterEach] = ['before', 'after', 'beforeEach', 'afterEach'].map(
  (kind) => (run) => void current[kind].push(run),
);
export const test = it;
export const suite = describe;
export const mock = tracker;
export default it;

export const names = () => [...tests.keys()];

/**
 * Runs one test, with what comes before and after it.
 *
 * @throws What the test throws.
 */
export async function run(name) {
  const { suite, run } = tests.get(name) ?? {};
  if (!run) return;
  const context = { name, mock: new tracker.constructor() };
  const suites = lineage(suite);
  for (const entry of suites) {
    if (entry.entered) continue;
    entry.entered = true;
    for (const hook of entry.before) await hook(context);
  }
  try {
    for (const entry of suites) for (const hook of entry.beforeEach) await hook(context);
    await run(context);
  } finally {
    context.mock.reset();
    for (const entry of suites.reverse()) for (const hook of entry.afterEach) await hook(context);
  }
}

/** Runs what comes after all tests of the suites that a test ran in. */
export async function leave() {
  const entered = new Set([...tests.values()].flatMap(({ suite }) => lineage(suite)).filter((suite) => suite.entered));
  for (const suite of [...entered].reverse()) {
    for (const hook of suite.after) await Promise.resolve(hook({})).catch(() => {});
  }
}
