import { CommandError } from './command.js';

/**
 * Collects `URL=FILE`, as often as there are feeds: for `command.option('--feed <url=file>', …, collectFeed, {})`.
 *
 * @throws {CommandError} For what is no such pair.
 */
export function collectFeed(pair: string, feeds: Record<string, string>): Record<string, string> {
  const index = pair.lastIndexOf('=');
  if (index < 1) throw new CommandError(`--feed ${pair}: write the address as the page has it, then = and the file`);
  return { ...feeds, [pair.slice(0, index)]: pair.slice(index + 1) };
}
