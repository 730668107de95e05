import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { piecesWithWords } from '../fixtures/pieces-of-html.js';
import { rss } from '../helpers/feeds.js';
import { importing } from '../helpers/import-sources.js';

/** A text as it comes out, and what is told about it. */
async function imported(html: string) {
  const link = 'https://office.example.org/a';
  const { item, notes } = await importing({ text: rss([{ title: 'Test title', html, link }]), name: 'a.xml' });
  const { content_html: text = '', image } = item!;
  return { text, image, all: JSON.stringify(item), notes: notes.map((note) => note.replace(/^a\.xml:\d+: /, '')) };
}

describe('no word of a text is lost', () => {
  // A form to fill in is left out, and that is told.
  for (const html of piecesWithWords.filter((piece) => !piece.includes('<input name'))) {
    it(html.replace(/\n/g, ' '), async () => {
      const { all } = await imported(html);
      for (const word of ['wordone', 'wordtwo', 'wordthree']) assert.ok(all.includes(word), all);
    });
  }
});

describe('what a text frames is a link with its title', () => {
  for (const [html, left] of [
    [
      '<p>One.</p><iframe src="https://www.youtube.com/embed/a" title="A film about boats"></iframe><p>Two.</p>',
      '<p>One.</p>\n<p><a href="https://www.youtube.com/embed/a">A film about boats</a></p>\n<p>Two.</p>',
    ],
    [
      '<figure><iframe src="//player.vimeo.com/video/1"></iframe><figcaption>Film</figcaption></figure>',
      '<figure><a href="https://player.vimeo.com/video/1">player.vimeo.com</a><figcaption>Film</figcaption></figure>',
    ],
    [
      '<video controls><source src="/films/boat.mp4" type="video/mp4">Your browser is old.</video>',
      '<p><a href="https://office.example.org/films/boat.mp4">boat.mp4</a></p>',
    ],
    [
      '<object data="/a.pdf"><p>The <a href="/a.pdf">file</a></p></object>',
      '<p>The <a href="https://office.example.org/a.pdf">file</a></p>',
    ],
    [
      '<object data="/a.pdf" type="application/pdf" title="The report">Download it to read it.</object>',
      '<p>Download it to read it. <a href="https://office.example.org/a.pdf">The report</a></p>',
    ],
  ]) {
    it(html, async () => {
      const { text, notes } = await imported(html);
      assert.equal(text, left);
      assert.match(notes.join(), /^1 text with a frame or a film; replaced by a link with its title/);
    });
  }

  it('but for what nobody was to see', async () => {
    const frame = '<iframe src="https://tags.example.org/ns.html" height="0" width="0" style="display:none"></iframe>';
    assert.equal((await imported(`<p>One.</p>${frame}`)).text, '<p>One.</p>');
  });
});

describe('pictures', () => {
  it('that stand for scripts only where there is none are shown', async () => {
    const { text, image } = await imported('<p>One.</p><noscript><img src="/b.jpg" alt="A boat"></noscript>');
    assert.deepEqual([text, image], ['<p>One.</p>', 'https://office.example.org/b.jpg']);
  });
});

describe('a whole document as a text', () => {
  it('is its body', async () => {
    const html = '<!doctype html><html><head><title>No</title></head><body><p>One.</p><p>Two.</p></body></html>';
    assert.equal((await imported(html)).text, '<p>One.</p>\n<p>Two.</p>');
  });

  it('is no reason to take a feed for a page', async () => {
    const text =
      '<rss><channel><title>T</title><item><title>A</title><description><![CDATA[<html><body><p>One.</p></body></html>]]></description></item></channel></rss>';
    assert.equal((await importing({ text })).item?.content_html, '<p>One.</p>');
  });
});
