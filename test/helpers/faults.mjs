// A server's every mood, under /faults/: what a feed's address may answer. Counts requests, so that tests can too.
import { readFile } from 'node:fs/promises';
import { clearInterval, setInterval } from 'node:timers';
import { gzipSync } from 'node:zlib';
import { languages, officeFeed, olderPage } from '../fixtures/office-feed.mjs';

const counts = new Map();
/** Answers that are being held back. */
const waiting = [];
const json = { 'content-type': 'application/feed+json' };

const answers = {
  /** The answer with this status, as often as asked. */
  status: (context, status) => {
    context.status = Number(status);
    context.body = 'no';
  },
  /** The feed of an office in a language, or its second page; none in the language that the address leaves out. */
  office: (context, language) => {
    const { without, older } = context.query;
    if (!languages.includes(language) || language === without) return answers.status(context, 404);
    context.set(json);
    context.body = JSON.stringify(older === undefined ? officeFeed(language) : olderPage(language));
    return undefined;
  },
  /** Two failures, then the feed. */
  recovers: async (context, _, count) => {
    if (count < 3) context.status = 503;
    else await feed(context);
    context.set('retry-after', '0');
  },
  html: (context) => {
    context.type = 'html';
    context.body = '<!doctype html><title>Not a feed</title><p>{ }';
  },
  empty: (context) => {
    context.status = 200;
    context.set(json);
    context.body = '';
  },
  /** Twenty megabytes of it. */
  huge: (context) => {
    context.set(json);
    context.body = Buffer.alloc(20_000_000, ' ');
  },
  /** Half the feed, then the line goes dead. */
  cut: (context) => {
    context.respond = false;
    context.res.writeHead(200, { ...json, 'content-length': '1000' });
    context.res.write('{"version":', () => context.res.destroy());
  },
  loop: (context) => context.redirect(context.url),
  /** As many redirects as the address says, then the feed. */
  chain: (context, left) =>
    Number(left) ? context.redirect(context.url.replace(/chain\/\d+/, `chain/${left - 1}`)) : feed(context),
  /** An answer with this status and nothing in it. */
  bare: (context, status) => {
    context.respond = false;
    context.res.writeHead(Number(status), json).end();
  },
  /** A part of the feed, as if one had been asked for. */
  partial: async (context) => {
    await feed(context);
    context.status = 206;
    context.set('content-range', 'bytes 0-19/1000');
    context.body = context.body.slice(0, 20);
  },
  /** The feed, called something else. */
  typed: async (context) => {
    await feed(context);
    context.set('content-type', decodeURIComponent(context.querystring));
  },
  /** Says that it is longer than it is. */
  longer: async (context) => {
    await feed(context);
    const { body } = context;
    context.respond = false;
    context.res.writeHead(200, { ...json, 'content-length': String(body.length + 100) });
    context.res.write(body, () => context.res.destroy());
  },
  /** Says that it is shorter than it is. */
  shorter: async (context) => {
    await feed(context);
    const { body } = context;
    context.respond = false;
    context.res.socket.end(
      `HTTP/1.1 200 OK\r\ncontent-type: application/feed+json\r\ncontent-length: 100\r\n\r\n${body}`,
    );
  },
  /** Twenty megabytes of blanks, in twenty kilobytes. */
  bomb: (context) => {
    context.set({ ...json, 'content-encoding': 'gzip' });
    context.body = bomb;
  },
  /** A status with a wish to be left alone for so many seconds. */
  patience: (context, status) => {
    context.status = Number(status);
    context.set('retry-after', context.querystring);
    context.body = 'no';
  },
  /** The feed, for this site alone. */
  closed: async (context) => {
    await feed(context);
    context.remove('access-control-allow-origin');
  },
  /** A byte now and then: no end within the time that a request has. */
  drip: (context) => {
    context.respond = false;
    context.res.writeHead(200, json);
    const timer = setInterval(() => context.res.write(' '), 1000);
    context.res.once('close', () => clearInterval(timer));
  },
  /** A page whose next page is itself. */
  circle: (context) => {
    context.set(json);
    const version = 'https://jsonfeed.org/version/1.1';
    context.body = { version, title: 'Circle', next_url: context.href, items: [{ id: 'a', title: 'Round' }] };
  },
  /** The feed, then an error, then the feed again. */
  wavers: (context, _, count) => (count === 2 ? answers.status(context, 404) : feed(context)),
  /** The feed after a while: as soon as it is asked for a second time. */
  late: (context, _, count) => {
    if (count % 2 === 0) {
      waiting.splice(0).forEach((answer) => answer());
      return feed(context);
    }
    return new Promise((done) => waiting.push(() => done(feed(context))));
  },
  /** What stands in the address. */
  text: (context) => {
    context.set(json);
    context.body = decodeURIComponent(context.querystring);
  },
  /** What nothing may ask for; `/faults/leaks/OWNER` says what was asked for all the same. */
  leak: (context) => {
    context.status = 204;
  },
  leaks: (context, owner) => {
    context.body = [...counts.keys()].filter((url) => url.startsWith(`/faults/leak/${owner}/`));
  },
  /** Never answers, and counts when the visitor goes. */
  watched: (context) => {
    context.respond = false;
    context.req.once('close', () => counts.set(`${context.url} closed`, 1));
  },
  /** Never answers. */
  silence: (context) => {
    context.respond = false;
  },
};

const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));

async function feed(context) {
  context.set(json);
  context.body = await readFile(new URL('../fixtures/feed.json', import.meta.url), 'utf8');
}

/** Koa middleware. `/faults/count?of=URL` says how often a URL was asked for. */
export async function faultServer(context, next) {
  const [, root, name, argument] = context.path.split('/');
  if (root !== 'faults') return next();
  if (name === 'count') {
    context.body = String(counts.get(context.query.of) ?? 0);
    return undefined;
  }
  const count = (counts.get(context.url) ?? 0) + 1;
  counts.set(context.url, count);
  context.set('cache-control', 'no-store');
  return name === 'feed' ? feed(context) : answers[name](context, argument, count);
}
