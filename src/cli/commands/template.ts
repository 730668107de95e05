import type { Command } from 'commander';
import { CommandError, exitCode } from '../command.js';
import { tableKinds, type TableKind } from '../import/lexicon/columns.js';
import { languages, type Language } from '../import/lexicon/shared-columns.js';
import { csvTemplate, workbookTemplate } from '../template/write-template.js';
import { writeFileAtomic } from '../write-file-atomic.js';

interface Options {
  out?: string;
  lang: string;
}

const more = `
The first row names the columns, in the language that you choose; the second is an
example to replace. Fill in what you have: empty columns may stay, or be removed.
The order doesn't matter. iom-feed import reads the file back, and names the sheet,
row and column of what it can't read.

A name that ends in .xlsx makes a workbook, any other a CSV file that Excel opens.

Exit code: ${exitCode.done} when it was written, ${exitCode.failed} when it was not.

Examples:
  iom-feed template offices --lang fr --out bureaux.csv
  iom-feed template contacts --lang ar --out contacts.xlsx`;

export function define(command: Command): void {
  command
    .description('Writes a table to fill in, which iom-feed import reads: its columns, and an example.')
    .argument('<kind>', `what it lists: ${tableKinds.join(', ')}`)
    .option('-l, --lang <language>', `language of the columns: ${languages.join(', ')}`, 'en')
    .option('-o, --out <file>', 'where to write it, .csv or .xlsx; default: CSV to standard output')
    .addHelpText('after', more)
    .action(writeTemplate);
}

async function writeTemplate(kind: string, { out, lang }: Options): Promise<void> {
  if (!isAmong(tableKinds, kind)) throw new CommandError(`${kind} is not one of ${tableKinds.join(', ')}`);
  const language = lang.toLowerCase().split('-')[0];
  if (!isAmong(languages, language)) throw new CommandError(`--lang ${lang} is not one of ${languages.join(', ')}`);
  const content = await contentOf(kind, language, out);
  if (out) await writeFileAtomic(out, content);
  else process.stdout.write(content);
  if (out) console.error(`${out}: fill it in, then: iom-feed import ${out} --lang ${language} --out feed.json`);
}

const contentOf = (kind: TableKind, language: Language, out = '') =>
  /\.xlsx$/i.test(out) ? workbookTemplate(kind, language) : csvTemplate(kind, language);

const isAmong = <T extends string>(all: readonly T[], value: string): value is T =>
  (all as readonly string[]).includes(value);
