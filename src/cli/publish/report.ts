import { join } from 'node:path';
import { exitCode } from '../command.js';
import type { Withheld } from './read.js';

/** What was published. */
export interface Report {
  /** Name of the publication; undefined when nothing has changed since the one before. */
  release?: string;
  items: number;
  feeds: number;
  /** Files, counting a page and its compressed forms as one. */
  written: number;
  kept: number;
  removed: number;
  withheld: Withheld[];
  problems: string[];
  /** What could be better, in words. */
  hints: string[];
}

/** Progress on the terminal; nothing where the output goes elsewhere. */
export async function showProgress(): Promise<{ show?: (text: string) => void; end: () => void }> {
  if (!process.stderr.isTTY) return { end: () => {} };
  const { default: ora } = await import('ora');
  const spinner = ora({ text: 'Reading', discardStdin: false }).start();
  let shown = 0;
  const show = (text: string) => {
    if (Date.now() - shown < 100) return;
    shown = Date.now();
    spinner.text = text;
    // By hand, as the work leaves the spinner's own clock no turn.
    spinner.render();
  };
  return { show, end: () => spinner.stop() };
}

/** Reports on the terminal what was published. */
export function printReport(
  { release, items, feeds, written, kept, removed, withheld, problems, hints }: Report,
  out: string,
): void {
  for (const line of [...problems, ...hints]) console.error(line);
  if (problems.length) process.exitCode = exitCode.warnings;
  if (withheld.length) {
    console.log(`Withheld until the end of their embargo; publish the feed again then:`);
    for (const { id, until } of withheld) console.log(`  ${until}  ${id}`);
  }
  const of = `${items.toLocaleString('en')} items in ${feeds.toLocaleString('en')} feeds`;
  if (!release) console.log(`Nothing has changed: ${of}, in ${join(out, 'current')}`);
  else {
    const files = [`${written} files written`, `${kept} unchanged`, `${removed} removed`].join(', ');
    console.log(`Published ${of}: ${files}, in ${join(out, 'current')}`);
  }
}
