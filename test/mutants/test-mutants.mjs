import { fork } from 'node:child_process';
import { clearTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

const worker = fileURLToPath(new URL('worker.mjs', import.meta.url));

/**
 * Milliseconds of processor time that a test may take to be used, however busy the machine is: what takes longer is about
 * whole programs.
 */
const slow = 1500;
/** Seconds of processor time that all processes have used. */
export let processorTime = 0;

/** Milliseconds that all tests of a module may take without a mutant. */
const patience = 600_000;
/** Mutants that one process tests: modules that were loaded are never given back. */
const turns = 250;

/**
 * Tests each mutant of a bundle.
 *
 * @param {string} bundle
 * @param {readonly { id: string }[]} mutants
 * @returns Those that no test notices. One that never ends is noticed: its process is ended.
 */
export async function testMutants(bundle, mutants) {
  let child = start(bundle);
  const { tests, always, perTest } = (await child.ask({}, patience)) ?? {};
  if (!tests) {
    child.end();
    throw new Error(`The tests in ${bundle} take more than ${patience / 1000} seconds`);
  }
  const usable = tests
    .map((test, index) => ({ ...test, reaches: new Set(perTest[index]) }))
    .filter(({ passes, work }) => passes && work < slow);
  const loading = new Set(always);

  const survivors = [];
  let count = 0;
  for (const mutant of mutants) {
    // What is read while the module loads may matter to each test; those that run something of the module come first.
    const chosen = usable
      .filter(({ reaches }) => reaches.has(mutant.id) || loading.has(mutant.id))
      .sort(
        (one, next) =>
          Number(next.reaches.has(mutant.id)) - Number(one.reaches.has(mutant.id)) ||
          Number(next.reaches.size > 0) - Number(one.reaches.size > 0) ||
          one.milliseconds - next.milliseconds,
      );
    if (!chosen.length) {
      survivors.push(mutant);
      continue;
    }
    if (++count % turns === 0) {
      child.end();
      child = start(bundle);
    }
    const slowest = Math.max(...chosen.map(({ milliseconds }) => milliseconds));
    const answer = await child.ask({ mutant: mutant.id, tests: chosen.map(({ name }) => name) }, 3000 + 4 * slowest);
    if (!answer) {
      child.end();
      child = start(bundle);
    } else if (!answer.foundBy) survivors.push(mutant);
  }
  child.end();
  return survivors;
}

function start(bundle) {
  const child = fork(worker, [bundle], {
    stdio: process.env.MUTANTS_DEBUG ? 'inherit' : 'ignore',
    execArgv: [],
    // So few inputs at random that they cost no time; what they find differs from run to run, and is not counted on.
    env: { ...process.env, FUZZ: '50' },
  });
  let seconds = 0;
  return {
    end: () => child.kill('SIGKILL'),
    /** The answer to a task; undefined when the process ends before, or a test takes longer than `limit`. */
    ask: (task, limit) =>
      new Promise((done) => {
        let timer = setTimeout(done, limit);
        child.on('message', ({ goesOn, ...answer }) => {
          clearTimeout(timer);
          if (goesOn) {
            timer = setTimeout(done, limit);
            return;
          }
          child.removeAllListeners();
          processorTime += answer.seconds - seconds;
          ({ seconds } = answer);
          done(answer);
        });
        child.once('exit', () => done(undefined));
        child.send(task);
      }),
  };
}
