import type { Command } from 'commander';

/** What the module of each command exports: `src/cli/<name>.ts`, loaded when somebody calls `iom-feed <name>`. */
export interface CommandModule {
  /**
   * Gives the command its arguments, options, examples and what it does (`command.argument(…).option(…).action(…)`).
   * The action sets `process.exitCode` where it isn't 0, and throws a CommandError when it can't go on.
   */
  define(command: Command): void;
}

/** Exit codes of every command. */
export const exitCode = {
  /** Done; there may be hints. */
  done: 0,
  /** Done, but there is something to look at. */
  warnings: 1,
  /** Not done, or the feed is wrong. Nothing was written. */
  failed: 2,
} as const;

/** A command can't go on. The message says what happened, where, and what to do; it is printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
