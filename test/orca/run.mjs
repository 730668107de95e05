// npm run orca: what Orca says of every element in Firefox, beside the transcripts. Needs Debian's orca, at-spi2-core,
// speech-dispatcher, openbox, xdotool, xvfb, dbus and firefox-esr. What it reads is dist/: npm run build makes it. The
// results go to test/orca/results.md.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { format, resolveConfig } from 'prettier';
import { placeholderHeights } from '../../src/elements.ts';
import { browsers } from '../helpers/browsers.mjs';
import { stoppedClock } from '../helpers/pictures.ts';
import { attributes, feedOf } from '../helpers/read-aloud.ts';
import { json, serveSite } from '../helpers/site.ts';

const language = 'en';
const named = process.argv.slice(2);
const names = Object.keys(placeholderHeights).filter((name) => !named.length || named.includes(name));

for (const program of ['orca', 'openbox', 'xdotool', 'xvfb-run', 'dbus-run-session', 'speech-dispatcher']) {
  if (!['/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, program)))) {
    console.error(`needs ${program}: apt-get install orca at-spi2-core speech-dispatcher openbox xdotool xvfb dbus`);
    process.exit(1);
  }
}

const pageOf = (name) => `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="data:,"><script>${stoppedClock}</script><script type="module" src="/dist/autoload.js"></script>
<p>Beginning of the test page</p>
<iom-${name} loading="eager" src="/feed.json" ${attributes[name] ?? ''}></iom-${name}>
<p>End of the test page</p>`;

const feed = await feedOf(language);
const site = await serveSite({
  '/feed.json': (response) => json(response, feed),
  ...Object.fromEntries(names.map((name) => [`/${name}`, pageOf(name)])),
});

/** Reads a page aloud from its beginning to its end. */
async function listen(name) {
  const folder = mkdtempSync(join(tmpdir(), 'orca-'));
  const log = join(folder, 'orca.log');
  writeFileSync(log, '');
  writeFileSync(
    join(folder, 'user.js'),
    [
      ['accessibility.force_disabled', -1],
      ['browser.shell.checkDefaultBrowser', false],
      ['browser.aboutwelcome.enabled', false],
      ['datareporting.policy.dataSubmissionEnabled', false],
      ['toolkit.telemetry.reportingpolicy.firstRun', false],
      ['app.update.enabled', false],
    ]
      .map(([key, value]) => `user_pref("${key}", ${value});\n`)
      .join(''),
  );
  // Each in its own session, which ends all of it when it ends.
  const script = `
openbox &
orca --debug-file=${log} --replace &
sleep 6
${browsers().firefox} --no-remote --profile ${folder} --width 1000 --height 900 ${site.origin}${name} &
wait`;
  const session = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1100x1000x24', 'dbus-run-session', '--', 'sh', '-c', script],
    {
      stdio: 'ignore',
      detached: true,
      env: {
        ...process.env,
        GNOME_ACCESSIBILITY: '1',
        GTK_MODULES: 'gail:atk-bridge',
        HOME: folder,
        XDG_RUNTIME_DIR: folder,
        LANG: 'C.UTF-8',
      },
    },
  );
  const spoken = () =>
    [...readFileSync(log, 'utf8').matchAll(/SPEECH OUTPUT: '([^]*?)'(?: |\n|$)/g)].map(([, text]) => text);
  try {
    for (let left = 90, before = 0, quiet = 0; left; left--) {
      await wait(1000);
      const { length } = spoken();
      quiet = length === before ? quiet + 1 : 0;
      before = length;
      if (spoken().some((text) => text.includes('End of the test page')) || (length > 3 && quiet > 20)) break;
    }
    return spoken();
  } finally {
    process.kill(-session.pid);
    await wait(1000);
    if (process.env.KEEP) console.log(log);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** What of a text counts: words and numbers. */
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The lines of the transcript in its first state, without what only says what something is. */
function transcriptOf(name) {
  const text = readFileSync(`test/transcripts/${name}.${language}.txt`, 'utf8');
  return text
    .split('## stale')[0]
    .split('\n')
    .filter((line) => line && !line.startsWith('##') && !/^(list of|group|article$)/.test(line))
    .map((line) =>
      line
        .replace(/, described as [^\]]*/g, '')
        .replace(/\{[\w-]+: /g, '')
        .replace(
          /, (collapsed|expanded|pressed|unavailable|value [^\]]*)|^(heading \d|status|search|navigation|region): /g,
          ' ',
        )
        .replace(/\[\w+: |[\]}•]/g, ' ')
        .trim(),
    );
}

const versionOf = (program) => execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().split('\n')[0];
const versions = `Orca ${versionOf('orca')} and ${versionOf(browsers().firefox)}`;

const results = [];
for (const name of names) {
  const spoken = await listen(name);
  const said = new Set(spoken.flatMap(wordsOf));
  const missing = transcriptOf(name).filter((line) => wordsOf(line).some((word) => !said.has(word)));
  const count = transcriptOf(name).length;
  console.log(
    `${name}: ${spoken.length} utterances, ${count - missing.length} of ${count} lines of the transcript heard`,
  );
  for (const line of missing) console.log(`  not heard: ${line}`);
  results.push({ name, spoken, missing, count });
}
await site.close();

if (!named.length) {
  const lines = results.map(
    ({ name, spoken, missing, count }) =>
      `| \`<iom-${name}>\` | ${spoken.length} | ${count - missing.length} of ${count} | ${missing.join('; ')} |`,
  );
  const day = new Date().toISOString().slice(0, 10);
  const file = 'test/orca/results.md';
  const text = `# What Orca says\n\n\`npm run orca\` has Orca read every element in Firefox, in English, and looks for each line of \`test/transcripts/\` in what it said. Last run: ${day}, ${versions}.\n\n| element | utterances | lines of the transcript heard | not heard |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
