import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { key } from '../../src/embed/protocol.js';
import { FeedError } from '../../src/feed/load/errors.js';
import { fetchText } from '../../src/feed/load/fetch.js';
import { nameError, retry } from '../../src/feed/load/retry.js';

/** What the server does, by path. */
const moods: Record<string, (response: ServerResponse, count: number) => void> = {
  good: (response) => response.end('{}'),
  missing: (response) => response.writeHead(404).end(),
  broken: (response) => response.writeHead(500).end(),
  recovers: (response, count) => (count < 3 ? response.writeHead(503).end() : response.end('{"at last":true}')),
  busy: (response, count) => (count < 2 ? response.writeHead(429, { 'retry-after': '7' }).end() : response.end('{}')),
  later: (response) => response.writeHead(503, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }).end(),
  silent: () => {},
  slow: (response) => void response.writeHead(200).write('{'),
  endless: (response) => {
    const more = () => void (response.destroyed || response.write('x'.repeat(10_000), more));
    more();
  },
  cut: (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{', () => response.destroy());
  },
  exact: (response) => response.end('x'.repeat(100)),
  empty: (response) => response.writeHead(204).end(),
  patient: (response, count) =>
    count < 2 ? response.writeHead(503, { 'retry-after': '30' }).end() : response.end('{}'),
  soon: (response, count) =>
    count < 2
      ? response.writeHead(503, { 'retry-after': new Date(Date.now() + 10_000).toUTCString() }).end()
      : response.end('{}'),
  past: (response, count) =>
    count < 2
      ? response.writeHead(503, { 'retry-after': new Date(Date.now() - 10_000).toUTCString() }).end()
      : response.end('{}'),
  worse: (response, count) => response.writeHead(count < 2 ? 503 : 410).end(),
  loop: (response) => response.writeHead(302, { location: '/loop' }).end(),
};

describe('fetching a feed', () => {
  let server: Server;
  let origin: string;
  const counts = new Map<string, number>();
  before(async () => {
    server = createServer((request, response) => {
      const name = request.url?.slice(1) ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
      moods[name](response, counts.get(name) ?? 0);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Fetches with retries, as the store does, with a clock that only writes down how long it was to wait. */
  async function get(name: string, { timeout = 5000, bytes = 100_000, signal = new AbortController().signal } = {}) {
    counts.delete(name);
    const waits: number[] = [];
    // Counted here: on a busy machine a request that is given up after 50 ms may never reach the server.
    let count = 0;
    const attempt = () => (count++, fetchText(origin + name, signal, timeout, bytes));
    const wait = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
    const result = await attempt()
      .catch((cause: unknown) => retry(origin + name, cause, signal, attempt, wait))
      .catch((error: unknown) => error);
    return { result, waits, count };
  }
  const failed = ({ result }: { result: unknown }) => {
    assert.ok(result instanceof FeedError, String(result));
    return [result.code, result.status] as const;
  };

  it('gives the text', async () => assert.equal((await get('good')).result, '{}'));

  it('404 ⇒ no second try', async () => {
    const answer = await get('missing');
    assert.deepEqual(failed(answer), ['http', 404]);
    assert.equal(answer.count, 1);
  });

  it('500 ⇒ two more tries, after a jittered wait that doubles', async () => {
    const answer = await get('broken');
    assert.deepEqual(failed(answer), ['http', 500]);
    assert.equal(answer.count, 3);
    const [first, second] = answer.waits;
    assert.ok(first >= 500 && first <= 1500, `${first}`);
    assert.ok(second >= 1000 && second <= 3000, `${second}`);
  });

  it('the wait is half as long again at most', async (context) => {
    context.mock.method(Math, 'random', () => 1);
    assert.deepEqual((await get('broken')).waits, [1500, 3000]);
  });

  it('503 twice, then the feed ⇒ the feed', async () =>
    assert.equal((await get('recovers')).result, '{"at last":true}'));

  it('429 ⇒ waits as long as Retry-After says', async () => {
    const { result, waits } = await get('busy');
    assert.equal(result, '{}');
    assert.deepEqual(waits, [7000]);
  });

  it('Retry-After in an hour ⇒ gives up for now', async () => {
    const answer = await get('later');
    assert.deepEqual(failed(answer), ['http', 503]);
    assert.equal(answer.count, 1);
  });

  it('Retry-After of half a minute ⇒ is waited for', async () => {
    const { result, waits } = await get('patient');
    assert.deepEqual([result, waits], ['{}', [30_000]]);
  });

  it('Retry-After as a date ⇒ waits until then; one that is over ⇒ a wait as usual', async () => {
    const [soon] = (await get('soon')).waits;
    assert.ok(soon > 5000 && soon <= 10_000, `${soon}`);
    const [past] = (await get('past')).waits;
    assert.ok(past >= 500 && past <= 1500, `${past}`);
  });

  it('503, then 410 ⇒ gives up, and says 410', async () => {
    const answer = await get('worse');
    assert.deepEqual([...failed(answer), answer.count], ['http', 410, 2]);
  });

  it('what went wrong can be read by whoever looks for it', async () => {
    const { result } = await get('missing');
    assert.equal(String(result), `FeedError: http 404 ${origin}missing`);
    const { result: late } = await get('silent', { timeout: 50 });
    assert.equal(String(late), `FeedError: timeout  ${origin}silent`);
    assert.equal(((late as FeedError).cause as Error).name, 'TimeoutError');
  });

  it('as many bytes as allowed ⇒ the text', async () => {
    assert.equal(await fetchText(`${origin}exact`, new AbortController().signal, 5000, 100), 'x'.repeat(100));
    await assert.rejects(fetchText(`${origin}exact`, new AbortController().signal, 5000, 99), RangeError);
  });

  it('an answer that the embed script has asked for ⇒ is taken, once; a letter in two pieces is whole', async () => {
    const [first, last] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
    const pieces = [first, last].values();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const { value, done } = pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    const url = `${origin}good`;
    Object.assign(globalThis, { [key]: { feeds: { [url]: Promise.resolve(new Response(body)) } } });
    try {
      assert.equal(await fetchText(url, new AbortController().signal), 'é');
      assert.equal(await fetchText(url, new AbortController().signal), '{}');
    } finally {
      Reflect.deleteProperty(globalThis, key);
    }
  });

  it('an answer without anything in it ⇒ no text', async () => assert.equal((await get('empty')).result, ''));

  it('an address that an editor has changed ⇒ is not asked for again', async () => {
    const { signal } = new AbortController();
    const again = () => assert.fail('asked again');
    for (const url of [`${origin}%E2%80%9Cgood`, `${origin}{lang}`]) {
      await assert.rejects(retry(url, new TypeError(), signal, again), { code: 'network' });
    }
  });

  it('what was named already keeps its name; what a browser calls aborted was too slow', () => {
    const known = new FeedError('not-json', origin);
    assert.equal(nameError(origin, known), known);
    assert.equal(nameError(origin, new DOMException('', 'AbortError')).code, 'timeout');
  });

  it('without a clock of its own ⇒ waits by the real one', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const { signal } = new AbortController();
    let isDone = false;
    const answer = retry(origin, new TypeError(), signal, () => Promise.resolve('{}')).finally(() => (isDone = true));
    await Promise.resolve();
    context.mock.timers.tick(499);
    await new Promise((done) => setImmediate(done));
    assert.equal(isDone, false);
    context.mock.timers.tick(1501);
    assert.equal(await answer, '{}');
  });

  it('no answer ⇒ timeout, three times', async () => {
    const answer = await get('silent', { timeout: 50 });
    assert.deepEqual(failed(answer), ['timeout', 0]);
    assert.equal(answer.count, 3);
  });

  it('an answer that never ends ⇒ timeout', async () =>
    assert.deepEqual(failed(await get('slow', { timeout: 50 })), ['timeout', 0]));

  it('more bytes than allowed ⇒ too-large while they stream, no second try', async () => {
    const answer = await get('endless');
    assert.deepEqual(failed(answer), ['too-large', 0]);
    assert.equal(answer.count, 1);
  });

  it('a connection that breaks off ⇒ network', async () => assert.deepEqual(failed(await get('cut')), ['network', 0]));
  it('a redirect loop ⇒ network', async () => assert.deepEqual(failed(await get('loop')), ['network', 0]));

  it('nobody there ⇒ network', async () => {
    const signal = new AbortController().signal;
    const url = 'http://127.0.0.1:9/';
    await assert.rejects(
      fetchText(url, signal).catch((cause: unknown) => retry(url, cause, signal, undefined, async () => {})),
      (error) => error instanceof FeedError && error.code === 'network',
    );
  });

  it('aborted ⇒ ends at once, no second try', async () => {
    const controller = new AbortController();
    const answer = get('silent', { signal: controller.signal });
    controller.abort();
    assert.equal(((await answer).result as Error).name, 'AbortError');
  });
});
