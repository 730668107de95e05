import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { after, before, beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { publish } from '../../src/cli/commands/publish.js';
import { validate } from '../../src/cli/commands/validate.js';
import type { FetchLimits } from '../../src/cli/publish/fetch-picture.js';
import { copyPictures } from '../../src/cli/publish/remote-pictures.js';
import type { Feed, Item } from '../../src/feed/schema/model.generated.js';
import { answer, photographs, plain, servePictures, type PictureServer } from '../helpers/picture-server.js';
import { filesIn, item, readFeedFile, scratchFolder, timesOf, writeFeed } from '../helpers/publications.js';

const red = { r: 255, g: 0, b: 0 };
/** Our servers are on this machine, where nobody else's may be. */
const isHere = (address: string) => address === '127.0.0.1';

let site: PictureServer;
let photo: Buffer;
before(async () => {
  site = await servePictures();
  photo = await plain(1600, 900).jpeg().toBuffer();
});
after(() => site.close());
beforeEach(() => {
  for (const path of Object.keys(site.paths)) delete site.paths[path];
  site.asked.length = 0;
});

/** Publishes items with the pictures of the site, once and again. */
function publisher(entries: () => Partial<Item>[], more: Partial<Feed> = {}, limits: Partial<FetchLimits> = {}) {
  const folder = scratchFolder();
  const out = join(folder, 'out');
  const run = () =>
    publish(
      writeFeed(
        join(folder, 'feed.json'),
        entries().map((entry, index) => item(index, entry)),
        more,
      ),
      { out, pictures: true, limits: { isAllowed: isHere, timeout: 5000, ...limits } },
    );
  const images = () => (existsSync(join(out, 'current/images')) ? filesIn(join(out, 'current/images')) : []);
  return { out, run, images, read: (file = 'feed.json') => readFeedFile(out, file) };
}

/** Publishes one item whose picture the site answers for. */
async function publishOne(answers: Buffer | RequestListener, limits?: Partial<FetchLimits>) {
  site.paths['/a.jpg'] = typeof answers === 'function' ? answers : answer(answers);
  const publication = publisher(() => [{ image: `${site.origin}/a.jpg` }], {}, limits);
  return { ...publication, report: await publication.run() };
}

describe('iom-feed publish --pictures', () => {
  it('copies pictures of other sites wherever elements show them, in sizes', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      site.paths[`/${name}.jpg`] = answer(await plain(1600, 900, `#00${name}${name}00`).jpeg().toBuffer());
    }
    const at = (name: string) => `${site.origin}/${name}.jpg`;
    const { out, run, images, read } = publisher(
      () => [
        {
          image: at('a'),
          banner_image: at('b'),
          content_html: `<p>Text</p><img alt="" src='${at('c')}'><img src=${at('c')}#x width="20" alt>`,
          _iom: { countries: ['UY'], images: [{ url: at('d'), alt: 'Test' }] },
        },
      ],
      {
        icon: 'http://127.0.0.1:1/icon.png',
        _iom: {
          about: 'https://example.org/',
          organization: [{ id: 'u', name: 'Unit', image: at('e') }],
          sections: [{ id: 's', title: 'S', cards: [{ title: 'T', url: '/t', image: { url: at('f'), alt: 'Test' } }] }],
        },
      },
    );
    const { problems } = await run();
    assert.deepEqual(problems, []);
    // The same picture, once for each of its addresses.
    assert.equal(site.asked.length, 6);
    assert.equal(images().length, 6 * 3);
    const { items, _iom, icon } = read();
    const [shown] = items;
    assert.match(shown.image!, /^images\/a-\w{8}-640\.webp$/);
    assert.match(shown.banner_image!, /^images\/b-\w{8}-1280\.webp$/);
    assert.match(
      shown.content_html!,
      /^<p>Text<\/p><img alt="" src="images\/c-\w{8}-1280\.webp" width="1280" height="720"><img src="images\/c-\w{8}-1280\.webp" width="20" alt>$/,
    );
    assert.deepEqual(
      shown._iom?.image_sizes?.map(({ url, width, height }) => [
        url.replace(/-\w{8}-(\d+)\.\w+$/, '-$1'),
        width,
        height,
      ]),
      [
        ['images/a-320', 320, 180],
        ['images/a-640', 640, 360],
        ['images/a-1280', 1280, 720],
      ],
    );
    const [main] = shown._iom.images!;
    assert.deepEqual([main.width, main.height, main.sizes?.map(({ width }) => width)], [1280, 720, [320, 640]]);
    assert.match(_iom!.organization![0].image!, /^images\/e-\w{8}-640\.webp$/);
    assert.match(_iom!.sections![0].cards[0].image!.url, /^images\/f-\w{8}-1280\.webp$/);
    // Elements show no icons.
    assert.equal(icon, 'http://127.0.0.1:1/icon.png');
    assert.match(read('country/uy.json').items[0].image!, /^\.\.\/images\//);
    assert.match(readFeedFile(out, 'section/s.json')._iom!.sections![0].cards[0].image!.url, /^\.\.\/images\//);
    for (const file of ['feed.json', 'news.json']) {
      const notes = await validate(join(out, 'current', file));
      assert.deepEqual(
        notes.filter(({ severity }) => severity === 'error'),
        [],
      );
    }
  });

  it('without it asks nobody, and changes no item', async () => {
    site.paths['/a.jpg'] = answer(photo);
    const folder = scratchFolder();
    const entry = item(1, { image: `${site.origin}/a.jpg` });
    await publish(writeFeed(join(folder, 'feed.json'), [entry]), { out: join(folder, 'out') });
    assert.deepEqual(readFeedFile(join(folder, 'out'), 'feed.json').items, [entry]);
    assert.deepEqual(site.asked, []);
  });

  it('names the small picture in the light list, with the sizes that cards choose from', async () => {
    const { read } = await publishOne(photo);
    const [listed] = read('news.json').items;
    assert.match(listed.image!, /^images\/a-\w{8}-320\.(avif|webp)$/);
    assert.deepEqual(
      listed._iom?.image_sizes?.map(({ width }) => width),
      [320, 640],
    );
  });

  it('costs a list of five from a site with photographs of 2 MB no more than 60 KB', async (test) => {
    const shots = await photographs(5);
    for (const [index, shot] of shots.entries()) {
      assert.ok(shot.length > 1.9e6, `${shot.length}`);
      site.paths[`/${index}.jpg`] = answer(shot);
    }
    const { out, run, read } = publisher(() => shots.map((_, index) => ({ image: `${site.origin}/${index}.jpg` })));
    assert.deepEqual((await run()).problems, []);
    const sizes = read('news.json').items.map(({ image }) => readFileSync(join(out, 'current', image!)).length);
    const total = sizes.reduce((sum, size) => sum + size);
    test.diagnostic(`${shots.reduce((sum, { length }) => sum + length, 0)} bytes before, ${total} now`);
    assert.equal(sizes.length, 5);
    assert.ok(total <= 60_000, `${total}`);
  });

  describe('what can’t be copied keeps its address, and is named with what to do', () => {
    const endless: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, photo)));
      };
      response.on('drain', more);
      more();
    };
    const redirect =
      (location: string): RequestListener =>
      (_request, response) =>
        response.writeHead(302, { location }).end();
    const chunk = (type: string, data: Buffer) => {
      const content = Buffer.concat([Buffer.from(type), data]);
      const around = Buffer.alloc(8);
      around.writeUInt32BE(data.length);
      around.writeUInt32BE(crc32(content), 4);
      return Buffer.concat([around.subarray(0, 4), content, around.subarray(4)]);
    };
    /** A PNG of 100,000 pixels to each side in a few bytes. */
    const huge = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', Buffer.from('000186a0000186a00802000000', 'hex')),
      chunk('IDAT', deflateSync(Buffer.alloc(1000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const cases: Record<string, [answers: RequestListener, problem: RegExp, limits?: Partial<FetchLimits>]> = {
      'a web page': [
        answer('<!doctype html>', { 'content-type': 'text/html' }),
        /it is text\/html, not a picture; check/,
      ],
      'a web page that says it is a picture': [
        answer('<!doctype html><p>Not found'),
        /unsupported image format; check it in a browser/,
      ],
      'half a picture': [
        (request, response) => answer(photo.subarray(0, photo.length / 2))(request, response),
        /a\.jpg was not copied: .*; check it/,
      ],
      'an empty answer': [answer(''), /a\.jpg was not copied: .*; check it/],
      'nothing of a type': [
        (_request, response) => response.end(photo),
        /it is of no type, not a picture; check the address/,
      ],
      'a drawing, which may hold scripts': [
        answer('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', { 'content-type': 'image/svg+xml' }),
        /it is a drawing \(SVG\), which may contain scripts; put it beside the feed/,
      ],
      'a drawing that says it is a photograph': [
        answer('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        /it is a drawing \(SVG\), which may contain scripts; put it beside the feed/,
      ],
      'more bytes than may be, said at the beginning': [
        (_request, response) =>
          response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': 30_000_001 }).write(photo),
        /it exceeds 30 MB; use a smaller one/,
      ],
      'an endless answer': [endless, /it exceeds 1 MB; use a smaller one/, { bytes: 1e6 }],
      'more pixels than fit into the memory': [answer(huge, { 'content-type': 'image/png' }), /pixel limit; check it/],
      'a 404': [
        (_request, response) => response.writeHead(404).end(),
        /the server responded with HTTP 404; check the address/,
      ],
      'a 304 that nobody asked for': [
        (_request, response) => response.writeHead(304).end(),
        /the server responded with HTTP 304; check/,
      ],
      'a slow answer': [
        (_request, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).write(photo),
        /there was no complete response in 0\.2 seconds; try again/,
        { timeout: 200 },
      ],
      'a server that breaks off': [(request) => request.destroy(), /the server closed the connection; try again/],
      'a redirect to a server inside of a network': [
        (request, response) => redirect(`http://127.0.0.2:${request.socket.localPort}/b.jpg`)(request, response),
        /its server is not public \(127\.0\.0\.2\); use a public address/,
      ],
      'a redirect to another protocol': [redirect('ftp://example.org/a.jpg'), /its address begins with ftp:; use/],
      'a redirect in a circle': [redirect('/a.jpg'), /it redirects more than 5 times; use the final address/],
      'a redirect to a page': [redirect('//[not'), /it redirects to no address; check/],
      'what no cache may keep': [
        answer('', { 'cache-control': 'max-age=0, no-store' }),
        /its owner does not allow copies \(Cache-Control: no-store\); ask for permission, or leave it there/,
      ],
      'what only its reader may keep': [answer('', { 'cache-control': 'private' }), /\(Cache-Control: private\)/],
      'what robots may not keep': [
        answer('', { 'x-robots-tag': 'noindex, noarchive' }),
        /\(X-Robots-Tag: noarchive\); ask/,
      ],
    };
    for (const [what, [answers, problem, limits]] of Object.entries(cases)) {
      it(what, async () => {
        const { report, read, images } = await publishOne(answers, limits);
        assert.equal(report.problems.length, 1);
        assert.match(report.problems[0], problem);
        assert.ok(report.problems[0].includes(`feed.json: the picture ${site.origin}/a.jpg was not copied: `));
        assert.equal(read().items[0].image, `${site.origin}/a.jpg`);
        assert.deepEqual(images(), []);
      });
    }

    it('an address with a password, and one that is none', async () => {
      const secret = `${site.origin.replace('//', '//name:word@')}/a.jpg`;
      const { run } = publisher(() => [{ image: secret }, { image: 'http://:1/' }]);
      const { problems } = await run();
      assert.match(problems.join('\n'), /its address contains a password; use a public one/);
      assert.match(problems.join('\n'), /Invalid URL/);
      assert.deepEqual(site.asked, []);
    });

    it('a server of this machine, unless a test says otherwise', async () => {
      site.paths['/a.jpg'] = answer(photo);
      const folder = scratchFolder();
      const port = new URL(site.origin).port;
      const entries = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'].map(
        (host, index) => item(index, { image: `http://${host}:${port}/a.jpg?${index}` }),
      );
      const { problems } = await publish(writeFeed(join(folder, 'feed.json'), entries), {
        out: join(folder, 'out'),
        pictures: true,
      });
      assert.equal(problems.length, entries.length);
      for (const problem of problems)
        assert.match(problem, /its server is not public \([\d.:a-f]+\); use a public address/);
      assert.deepEqual(site.asked, []);
    });
  });

  it('that was led on takes it from where that ends', async () => {
    site.paths['/b.jpg'] = answer(photo);
    const { report, read } = await publishOne((_request, response) =>
      response.writeHead(301, { location: 'b.jpg' }).end(),
    );
    assert.deepEqual(report.problems, []);
    assert.match(read().items[0].image!, /^images\/a-/);
  });

  it('said to one robot is not said to all', async () => {
    const { report } = await publishOne(answer(photo, { 'x-robots-tag': 'otherbot: noarchive' }));
    assert.deepEqual(report.problems, []);
  });

  it('asks nobody for pictures that only count readers, and leaves them out', async () => {
    const pixels = [
      `<img src="${site.origin}/p.gif" width="1" height="1">`,
      `<img src="${site.origin}/q.gif" height=0>`,
      '<img alt="" src="https://pixel.wp.com/b.gif?host=office.example.org&amp;post=1">',
      '<img src="https://stats.example.org/g.gif?a" />',
    ];
    const { out, run } = publisher(() => [{ content_html: `<p>a</p>${pixels.join('b')}<p>c</p>` }]);
    assert.deepEqual((await run()).problems, []);
    assert.deepEqual(site.asked, []);
    assert.equal(readFeedFile(out, 'feed.json').items[0].content_html, '<p>a</p>bbb<p>c</p>');
  });

  describe('makes of', () => {
    const made = async (source: Buffer, type = 'image/jpeg') => {
      const { report, read, out, images } = await publishOne(answer(source, { 'content-type': type }));
      assert.deepEqual(report.problems, []);
      const file = (address: string) => sharp(join(out, 'current', address), { animated: true });
      return { ...read('feed.json').items[0], listed: read('news.json').items[0].image!, file, images: images() };
    };
    const colour = async (picture: ReturnType<typeof sharp>) =>
      [...(await picture.removeAlpha().resize(1, 1).raw().toBuffer())].map((value) => Math.round(value / 16));

    it('a picture that a camera has turned an upright one, with what the camera wrote left out', async () => {
      const source = await plain(400, 200)
        .jpeg()
        .withExif({ IFD0: { Artist: 'Somebody' } })
        .withMetadata({ orientation: 6 })
        .toBuffer();
      const { _iom, image, file } = await made(source);
      assert.equal(_iom?.image_sizes, undefined);
      const { width, height, exif } = await file(image!).metadata();
      assert.deepEqual([width, height, exif], [200, 400, undefined]);
    });

    it('a picture for print (CMYK) one for screens', async () => {
      const source = await plain(900, 600, '#ff0000').removeAlpha().toColourspace('cmyk').jpeg().toBuffer();
      assert.equal((await sharp(source).metadata()).space, 'cmyk');
      const { image, listed, file } = await made(source);
      for (const address of [image!, listed]) {
        assert.equal((await file(address).metadata()).space, 'srgb');
        const [red, green, blue] = await colour(file(address));
        assert.ok(red > 12 && green < 5 && blue < 5, `${[red, green, blue]}`);
      }
    });

    it('a transparent one a transparent one', async () => {
      const { listed, image, file } = await made(await plain(900, 600, '#ff000000').png().toBuffer(), 'image/png');
      for (const address of [listed, image!]) {
        assert.equal((await file(address).stats()).isOpaque, false);
      }
    });

    it('one that moves a still one for lists and cards; a release has it as it moves', async () => {
      const frames = await sharp(
        await Promise.all(['#ff0000', '#00ff00', '#0000ff'].map((shade) => plain(800, 400, shade).png().toBuffer())),
        { join: { animated: true } },
      )
        .gif({ delay: [100, 100, 100] })
        .toBuffer();
      site.paths['/a.jpg'] = answer(frames, { 'content-type': 'image/gif' });
      const address = `${site.origin}/a.jpg`;
      const { out, run, read } = publisher(() => [
        { image: address, _iom: { images: [{ url: address, alt: 'Test' }] } },
      ]);
      assert.deepEqual((await run()).problems, []);
      const pagesOf = async (path: string) => (await sharp(join(out, 'current', path)).metadata()).pages ?? 1;
      const [shown] = read().items;
      assert.equal(await pagesOf(shown.image!), 1);
      assert.equal(await pagesOf(read('news.json').items[0].image!), 1);
      const [main] = shown._iom!.images!;
      assert.deepEqual([await pagesOf(main.url), main.width, main.height, main.sizes], [3, 800, 400, undefined]);
      assert.deepEqual(
        await colour(sharp(join(out, 'current', shown.image!))),
        [red.r, red.g, red.b].map((v) => Math.round(v / 16)),
      );
    });

    it('one that is very long one that browsers can show', async () => {
      const { image, file } = await made(await plain(700, 20_000).png().toBuffer(), 'image/png');
      assert.ok((await file(image!).metadata()).height <= 16_383);
    });

    it('a small one no larger one', async () => {
      const { image, images, listed } = await made(await plain(90, 60).png().toBuffer(), 'image/png');
      assert.equal(images.length, 1);
      assert.equal(listed, image);
    });
  });

  describe('a second time', () => {
    const headers = { etag: '"one"', 'last-modified': 'Wed, 01 Jul 2026 10:00:00 GMT' };

    it('an unchanged picture costs an answer of 304, and keeps its files', async () => {
      const { out, run } = await publishOne(answer(photo, headers));
      const times = timesOf(out);
      assert.equal((await run()).release, undefined);
      assert.deepEqual(timesOf(out), times);
      const [first, second] = site.asked.map((entry) => entry.headers);
      assert.equal(first['if-none-match'], undefined);
      assert.equal(second['if-none-match'], headers.etag);
      assert.equal(second['if-modified-since'], headers['last-modified']);
    });

    it('one that comes again with the same bytes keeps its files', async () => {
      const { out, run } = await publishOne(answer(photo, { etag: '"one"' }));
      const times = timesOf(out);
      site.paths['/a.jpg'] = answer(photo, { etag: '"two"' });
      assert.equal((await run()).release, undefined);
      assert.deepEqual(timesOf(out), times);
    });

    it('a changed one is another', async () => {
      const { run, images, read } = await publishOne(answer(photo, headers));
      const [old] = images();
      site.paths['/a.jpg'] = answer(await plain(1600, 900, '#ff0000').jpeg().toBuffer(), { etag: '"two"' });
      await run();
      assert.equal(images().length, 3);
      assert.ok(!images().includes(old));
      assert.ok(images().includes(read().items[0].image!.replace('images/', '')));
    });

    const gone: Record<string, RequestListener> = {
      'is gone': (_request, response) => response.writeHead(410).end(),
      'has become a page': answer('<!doctype html>', { 'content-type': 'text/html' }),
      'has a server that fails': (_request, response) => response.writeHead(503).end(),
      'has a server that is gone': (request) => request.destroy(),
      'is no picture any more': answer('text'),
    };
    for (const [what, answers] of Object.entries(gone)) {
      it(`where it ${what}, the last good copy stays, and that is told`, async () => {
        const { run, out } = await publishOne(answer(photo, headers));
        const times = timesOf(out);
        site.paths['/a.jpg'] = answers;
        for (let round = 0; round < 2; round++) {
          const { problems } = await run();
          assert.match(problems.join(), /the picture http\S+a\.jpg is the previous copy: .+; .+/);
          assert.deepEqual(timesOf(out), times);
        }
      });
    }

    it('where copies are forbidden by now, there is none any more', async () => {
      const { run, read, images } = await publishOne(answer(photo, headers));
      site.paths['/a.jpg'] = answer(photo, { ...headers, 'cache-control': 'no-store' });
      assert.match((await run()).problems.join(), /was not copied: its owner does not allow copies/);
      assert.equal(read().items[0].image, `${site.origin}/a.jpg`);
      assert.deepEqual(images(), []);
    });

    it('without --pictures, there is none any more', async () => {
      const { out, images, read } = await publishOne(answer(photo));
      const feed = join(out, '../feed.json');
      await publish(feed, { out });
      assert.deepEqual(images(), []);
      assert.equal(read().items[0].image, `${site.origin}/a.jpg`);
    });
  });

  it('gives the publication up when the disk is full, whatever is still on its way', async () => {
    const folder = scratchFolder();
    for (const name of ['a', 'b']) site.paths[`/${name}.jpg`] = answer(photo);
    const addresses = ['a', 'b'].map((name) => `${site.origin}/${name}.jpg`);
    let written = 0;
    const write = () => {
      written++;
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const files = { before: new Map(), write, keep: () => false };
    await assert.rejects(copyPictures(folder, addresses, files, { isAllowed: isHere }), { code: 'ENOSPC' });
    const before = written;
    await new Promise(setImmediate);
    assert.equal(written, before);
  });

  it('asks a few at a time', async () => {
    let [now, most] = [0, 0];
    for (let index = 0; index < 20; index++) {
      site.paths[`/${index}.jpg`] = (request, response) => {
        most = Math.max(most, ++now);
        response.on('close', () => now--);
        answer(photo)(request, response);
      };
    }
    const { run, images } = publisher(() =>
      Array.from({ length: 20 }, (_, index) => ({ image: `${site.origin}/${index}.jpg` })),
    );
    await run();
    assert.ok(most <= 4, `${most}`);
    assert.equal(images().length, 60);
  });
});
