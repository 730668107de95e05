#!/usr/bin/env node
import type { Command, CommanderError } from 'commander';
import library from '../../package.json' with { type: 'json' };
import { CommandError, exitCode, type CommandModule } from './command.js';

/** Each command is a module of its name in commands/, loaded when it is called for. */
const summaries: Record<string, string> = {
  import: 'make a feed from what an office already has: RSS, WordPress, Drupal, a table, a page, a text',
  template: 'write a table to fill in: offices, contacts, units or figures',
  validate: 'find what is wrong in a feed, and how to fix it',
  check: 'find mistakes in how a page uses the elements',
  publish: 'write the files that a CDN serves',
  sync: 'keep feeds up to date: import and publish, once or every N minutes',
  prerender: 'fill the widgets of a page on the server',
  serve: 'serve a publication or a folder on this machine',
};

const load = (name: string) => import(/* @vite-ignore */ `./commands/${name}.js`) as Promise<CommandModule>;

/** Builds the program; only the command that `args` names is loaded. */
async function programFor(args: string[]): Promise<Command> {
  const { Command } = await import('commander');
  const program = new Command('iom-feed')
    .description('From what an office already has to a feed on a CDN.')
    .version(library.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('Run iom-feed --help for a list of commands.')
    .exitOverride();
  const wanted = args.find((entry) => !entry.startsWith('-') && entry !== 'help');
  for (const [name, summary] of Object.entries(summaries)) {
    const command = program
      .command(name)
      .summary(summary)
      .helpOption('-h, --help', 'print this help')
      .showHelpAfterError(`Run iom-feed ${name} --help for its arguments and options.`)
      .exitOverride();
    if (name === wanted) (await load(name)).define(command);
  }
  return program;
}

/** What went wrong, without a stack where the reason is known. */
function explain(error: unknown): string {
  if (error instanceof CommandError) return `iom-feed: ${error.message}`;
  const { code, message = '' } = error as NodeJS.ErrnoException;
  const missing = code === 'ERR_MODULE_NOT_FOUND' && /package '([^']+)'/.exec(message)?.[1];
  if (missing) {
    return `iom-feed: the package ${missing} is missing; install iom-feed again, without --omit=optional: npm install iom-feed`;
  }
  return `iom-feed: ${(error as Error).stack ?? message}`;
}

try {
  const args = process.argv.slice(2);
  const program = await programFor(args);
  if (args.length) await program.parseAsync(args, { from: 'user' });
  else program.outputHelp();
} catch (error) {
  const { code = '', exitCode: status } = error as CommanderError;
  if (code.startsWith('commander.')) {
    // It has printed its own message, or the help that was asked for.
    process.exitCode = status && exitCode.failed;
  } else {
    console.error(explain(error));
    process.exitCode = exitCode.failed;
  }
}
