import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { request as once } from '../../src/feed/load/request.js';
import { reload, subscribe, type FeedState } from '../../src/feed/load/store.js';

const feed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test',
  items: [{ id: 'a', title: 'A' }],
});

describe('a feed that several listen to', () => {
  let server: Server;
  let url: string;
  let count = 0;
  /** Requests that are not answered yet. */
  const waiting: ServerResponse[] = [];
  before(async () => {
    server = createServer((_, response) => {
      waiting.push(response);
      asked();
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    waiting.length = 0;
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${count++}`;
  });

  let asked = () => {};
  const request = () => new Promise<void>((done) => (asked = done));
  const answer = () => waiting.shift()!.end(feed);

  /** Listens, and keeps what was heard. */
  function listen() {
    const heard: FeedState[] = [];
    let reported = () => {};
    const leave = subscribe(url, (snapshot) => {
      heard.push({ ...snapshot });
      reported();
    });
    const ready = async () => {
      while (!heard.at(-1)?.parsed || heard.at(-1)?.pending) await new Promise<void>((done) => (reported = done));
    };
    return { heard, leave, ready };
  }

  it('is given to whoever asks for it without listening', async () => {
    const asks = request();
    const first = once(url);
    await asks;
    answer();
    const { parsed, error } = await first;
    assert.deepEqual([parsed?.feed.items[0].title, error], ['A', undefined]);
    // It stays in memory: nobody has to wait for it again.
    assert.equal((await once(url)).parsed, parsed);
    assert.equal(waiting.length, 0);
  });

  it('that isn’t there ⇒ whoever asks is told why', async () => {
    const asks = request();
    const first = once(url);
    await asks;
    waiting.shift()!.writeHead(404).end();
    const { parsed, error } = await first;
    assert.deepEqual([parsed, error?.code, error?.status], [undefined, 'http', 404]);
  });

  it('that isn’t there ⇒ is forgotten once whoever asked was told', async (context) => {
    const asks = request();
    const first = once(url);
    await asks;
    waiting.shift()!.writeHead(404).end();
    await first;
    await new Promise((done) => setTimeout(done));
    const { mock } = context.mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError()));
    reload(url);
    assert.equal(mock.callCount(), 0);
  });

  it('is asked for once', async () => {
    const asks = request();
    const [one, other] = [listen(), listen()];
    await asks;
    answer();
    await Promise.all([one.ready(), other.ready()]);
    assert.equal(waiting.length, 0);
    assert.equal(one.heard.at(-1)?.parsed, other.heard.at(-1)?.parsed);
    one.leave();
    other.leave();
  });

  for (const [passes, tasks] of [
    [0, [0, 0, 0]],
    [8, [0, 1, 1]],
    [10, [0, 1, 2]],
  ] as const) {
    it(`telling one takes ${passes} ms ⇒ three hear of it in ${tasks[2] + 1} task(s)`, async (context) => {
      let now = 0;
      let passed = 0;
      const leaves: (() => void)[] = [];
      context.mock.method(performance, 'now', () => (now += passes));
      const heard: number[] = [];
      const asks = request();
      const reported = new Promise<void>((done) => {
        for (let entry = 0; entry < 3; entry++) {
          leaves.push(
            subscribe(url, ({ parsed }) => {
              if (!parsed) return;
              heard.push(passed);
              if (heard.length === 3) done();
              // A task later.
              setImmediate(() => (passed = heard.length));
            }),
          );
        }
      });
      await asks;
      answer();
      await reported;
      assert.deepEqual(heard, tasks);
      leaves.forEach((leave) => leave());
    });
  }

  it('is read again only where its text is another, be it by one letter', async () => {
    const readings = [];
    const { heard, leave, ready } = listen();
    for (const text of [feed, feed, feed.replace('"A"', '"B"'), feed]) {
      const asks = request();
      if (readings.length) reload(url);
      await asks;
      waiting.shift()!.end(text);
      // Told that it is asked for, before it is there.
      while (!heard.at(-1)?.pending) await Promise.resolve();
      await ready();
      readings.push(heard.at(-1)!.parsed!);
    }
    const [first, same, other, again] = readings;
    assert.equal(same, first);
    assert.deepEqual(
      [first, other, again].map((parsed) => parsed.feed.items[0].title),
      ['A', 'B', 'A'],
    );
    leave();
  });

  it('goes away and comes back ⇒ the last good copy is there all the time', async () => {
    const first = request();
    const { heard, leave, ready } = listen();
    await first;
    answer();
    await ready();
    for (const [status, code] of [
      [404, 'http'],
      [200, undefined],
    ] as const) {
      const asks = request();
      reload(url);
      await asks;
      waiting.shift()!.writeHead(status).end(feed);
      while (!heard.at(-1)?.pending) await Promise.resolve();
      await ready();
      const { parsed, error } = heard.at(-1)!;
      assert.deepEqual([parsed?.feed.items[0].title, error?.code], ['A', code]);
    }
    leave();
  });

  it('is asked for again though the last who listened left while it was asked for', async () => {
    const first = request();
    const one = listen();
    await first;
    answer();
    await one.ready();
    const second = request();
    reload(url);
    await second;
    one.leave();
    await Promise.resolve();

    const other = listen();
    assert.ok(!other.heard.at(-1)?.pending, 'nothing is under way');
    const third = request();
    reload(url);
    await third;
    waiting.pop()!.end(feed);
    await other.ready();
    assert.ok(
      other.heard.every(({ error }) => !error),
      'that a request was given up is no error',
    );
    other.leave();
  });

  it('is asked for once by an element that is moved in the page', async () => {
    const asks = request();
    const one = listen();
    await asks;
    one.leave();
    const other = listen();
    await Promise.resolve();
    answer();
    await other.ready();
    assert.equal(waiting.length, 0);
    assert.deepEqual(
      other.heard.map(({ pending, parsed }) => [Boolean(pending), Boolean(parsed)]),
      [
        [true, false],
        [false, true],
      ],
    );
    other.leave();
  });

  it('is not told to who has left while others were told', async () => {
    const asks = request();
    const heard: string[] = [];
    let leaveSecond = () => {};
    let done = () => {};
    const leaveFirst = subscribe(url, ({ parsed }) => {
      if (!parsed) return;
      heard.push('first');
      leaveSecond();
    });
    leaveSecond = subscribe(url, ({ parsed }) => void (parsed && heard.push('second')));
    const leaveThird = subscribe(url, ({ parsed }) => {
      if (!parsed) return;
      heard.push('third');
      done();
    });
    await asks;
    await new Promise<void>((resolve) => {
      done = resolve;
      answer();
    });
    assert.deepEqual(heard, ['first', 'third']);
    leaveFirst();
    leaveThird();
  });

  it('stays as it was when the last has left while the answer came', async (context) => {
    const asks = request();
    const one = listen();
    await asks;
    answer();
    await one.ready();
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(feed.replace('"A"', '"B"')));
        controller.close();
        one.leave();
      },
    });
    context.mock.method(globalThis, 'fetch', () => Promise.resolve(new Response(body)));
    reload(url);
    await new Promise(setImmediate);
    const other = listen();
    assert.equal(other.heard.at(-1)?.parsed?.feed.items[0].title, 'A');
    other.leave();
  });

  it('stays in memory though nobody listens, unless there are many', async (context) => {
    const { mock } = context.mock.method(globalThis, 'fetch', () => Promise.resolve(new Response(feed)));
    const urls = Array.from({ length: 30 }, (_, index) => `${url}/${index}`);
    for (const address of [...urls, ...urls]) {
      await once(address);
      // It leaves a task later.
      await new Promise((done) => setTimeout(done));
    }
    const again = mock.callCount() - urls.length;
    assert.ok(again >= 10 && again < 30, `${again} of 30 are asked for again`);
  });

  it('stays known to who listens though somebody leaves twice', async () => {
    const first = request();
    const one = listen();
    await first;
    one.leave();
    await Promise.resolve();
    const second = request();
    one.leave();
    const other = listen();
    await second;
    const third = listen();
    assert.equal(waiting.length, 2, 'a request that was given up, and one that both share');
    waiting.pop()!.end(feed);
    await Promise.all([other.ready(), third.ready()]);
    other.leave();
    third.leave();
  });

  describe('of which the browser has kept a copy', () => {
    const kept = (title: string) => feed.replace('"A"', `"${title}"`);
    /** Stands for the browser's Cache API, which Node lacks. */
    const keep = (text: string) =>
      Object.assign(globalThis, {
        caches: { open: () => ({ match: () => ({ text: () => text }), put: () => undefined }) },
      });
    afterEach(() => Reflect.deleteProperty(globalThis, 'caches'));
    /** Stands for it, and keeps what is put into it. */
    const empty = (puts = new Map<string, string>()) =>
      Object.assign(globalThis, {
        caches: {
          open: () => ({
            match: () => undefined,
            put: async (address: string, response: Response) => void puts.set(address, await response.text()),
          }),
        },
      });
    const titleOf = ({ heard }: ReturnType<typeof listen>) => heard.at(-1)?.parsed?.feed.items[0].title;

    it('who comes when the last has left before the answer ⇒ asks anew', async () => {
      keep(kept('Kept'));
      const first = request();
      const one = listen();
      await first;
      while (!titleOf(one)) await new Promise(setImmediate);
      one.leave();
      await Promise.resolve();
      const second = request();
      const other = listen();
      await second;
      waiting.pop()!.end(feed);
      await other.ready();
      assert.equal(titleOf(other), 'A');
      other.leave();
    });

    it('a copy that takes longer to repair than the answer takes to come ⇒ the answer stays', async () => {
      // Its title is no text: what repairs it has to be loaded first.
      keep(feed.replace('"A"', '7').replace('"Test"', '"Kept"'));
      const first = request();
      const one = listen();
      await first;
      answer();
      await one.ready();
      await import('../../src/feed/parse/parse-lenient.js');
      await new Promise(setImmediate);
      assert.equal(one.heard.at(-1)?.parsed?.feed.title, 'Test');
      one.leave();
    });

    it('a copy that is read later than the answer comes ⇒ the answer stays', async () => {
      let read!: (text: string) => void;
      const copy = new Promise<string>((done) => (read = done));
      Object.assign(globalThis, {
        caches: { open: () => ({ match: () => ({ text: () => copy }), put: () => undefined }) },
      });
      const asks = request();
      const one = listen();
      await asks;
      answer();
      await one.ready();
      read(kept('Kept'));
      await new Promise(setImmediate);
      assert.equal(titleOf(one), 'A');
      one.leave();
    });

    it('no copy ⇒ who listens is told that it is asked for, and what has come', async () => {
      empty();
      const asks = request();
      const one = listen();
      await asks;
      answer();
      await one.ready();
      assert.equal(one.heard.length, 2);
      one.leave();
    });

    it('what has come is kept, and the copy is not read again', async () => {
      const puts = new Map<string, string>();
      empty(puts);
      const asks = request();
      const one = listen();
      await asks;
      answer();
      await one.ready();
      while (!puts.has(url)) await new Promise(setImmediate);
      assert.equal(puts.get(url), feed);

      let readings = 0;
      Object.assign(globalThis, { caches: { open: () => ({ match: () => void readings++, put: () => undefined }) } });
      const again = request();
      reload(url);
      await again;
      assert.equal(readings, 0);
      answer();
      await one.ready();
      one.leave();
    });
  });
});
