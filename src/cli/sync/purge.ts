import { CommandError } from '../command.js';
import { explainNetworkFailure } from '../network-failure.js';
import type { PurgeConfig } from './config.js';

/** Milliseconds that a CDN has for an answer. */
const timeout = 20_000;

/**
 * Has a CDN forget what it holds.
 *
 * @throws {CommandError} When it doesn't say that it did.
 */
export async function purge({ url, method, headers, body }: PurgeConfig): Promise<void> {
  // What follows may be a key.
  const name = url.replace(/[?#].*/s, '');
  const fix = 'the feed is published; the CDN is asked again the next time';
  let status: number;
  try {
    const response = await fetch(url, {
      method,
      headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, withVariables(value)])),
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    ({ status } = response);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason = explainNetworkFailure(error, timeout) ?? (error as Error).message;
    throw new CommandError(`${name}: the CDN was not told to forget the feed: ${reason}; ${fix}`, { cause: error });
  }
  if (status < 200 || status > 299) {
    throw new CommandError(
      `${name}: the CDN was not told to forget the feed: it answered ${status}; check purge in the configuration; ${fix}`,
    );
  }
}

const withVariables = (text: string): string =>
  text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = process.env[name];
    if (value === undefined) {
      throw new CommandError(`the environment has no ${name}, which purge in the configuration names; set it`);
    }
    return value;
  });
