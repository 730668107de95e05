import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { bundled } from '../scripts/bundled-packages.mjs';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, string>;
}
interface Workflow {
  on: object;
  permissions: object;
  jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }>;
}

const folder = '.github/workflows';
const read = (file: string) => parse(readFileSync(file, 'utf8'), { strict: true }) as unknown;

describe('workflows of the code host', () => {
  for (const file of readdirSync(folder)) {
    const { on, permissions, jobs } = read(`${folder}/${file}`) as Workflow;
    const steps = Object.values(jobs).flatMap(({ steps: all }) => all);

    it(`${file}: is started by something, and may do nothing that a job does not ask for`, () => {
      assert.ok(Object.keys(on).length);
      assert.deepEqual(permissions, {});
      for (const [name, job] of Object.entries(jobs)) {
        assert.ok(job.permissions && job['timeout-minutes'], name);
        assert.ok(
          Object.values(job.permissions).every((right) => /^(read|write)$/.test(right)),
          name,
        );
      }
    });

    it(`${file}: each step uses an action of a version, or runs lines that a shell understands`, () => {
      for (const { uses, run } of steps) {
        assert.notEqual(uses === undefined, run === undefined);
        if (uses) assert.match(uses, /^[\w-]+(?:\/[\w-]+)+@v\d[\d.]*$/);
        else execFileSync('bash', ['-nc', run!]);
      }
    });

    it(`${file}: no text of others becomes part of a command, and the key of the repository stays out of its files`, () => {
      for (const { uses, run, with: options } of steps) {
        assert.doesNotMatch(run ?? '', /\$\{\{/);
        if (uses?.startsWith('actions/checkout')) assert.equal(options?.['persist-credentials'], false);
      }
    });
  }

  it('run scripts that there are', () => {
    const { scripts } = read('package.json') as { scripts: Record<string, string> };
    const lines = readdirSync(folder).flatMap((file) => {
      const { jobs } = read(`${folder}/${file}`) as Workflow;
      return Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run));
    });
    for (const [, name] of lines.join('\n').matchAll(/npm run ([\w:-]+)/g)) assert.ok(scripts[name], name);
    assert.ok(lines.includes('.ci/run') && existsSync('.ci/run'));
  });

  it('updates of what visitors get come one by one', () => {
    const { updates } = read('.github/dependabot.yml') as {
      updates: { 'package-ecosystem': string; groups?: { tools: { 'exclude-patterns': string[] } } }[];
    };
    const [npm, actions] = updates;
    assert.equal(actions['package-ecosystem'], 'github-actions');
    const { dependencies } = read('package.json') as { dependencies: Record<string, string> };
    const isAlone = (name: string) =>
      name in dependencies ||
      npm.groups!.tools['exclude-patterns'].some((pattern) => RegExp(`^${pattern.replace('*', '.*')}$`).test(name));
    assert.deepEqual(
      bundled.filter((name) => !isAlone(name)),
      [],
    );
  });
});
