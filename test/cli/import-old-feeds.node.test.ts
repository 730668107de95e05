import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importing } from '../helpers/import-sources.js';

const rss = (item: string) =>
  `<rss version="2.0"><channel>\n<title>Test feed</title><item>${item}</item></channel></rss>`;
const xhtml = 'http://www.w3.org/1999/xhtml';

describe('feeds of forms that nobody writes any more', () => {
  for (const [what, text, title, html] of [
    [
      'the text of an item in `body` of XHTML',
      rss(`<title>A</title><body xmlns="${xhtml}"><p>First &amp; <em>last</em>.</p></body>`),
      'A',
      '<p>First &amp; <em>last</em>.</p>',
    ],
    [
      'the same with a prefix',
      rss(`<title>A</title><x:body xmlns:x="${xhtml}"><x:p>First <x:em>and</x:em> last.</x:p></x:body>`),
      'A',
      '<p>First <em>and</em> last.</p>',
    ],
    [
      'the text of an item in `fullitem`',
      rss('<title>A</title><fullitem>&lt;p>First.&lt;/p></fullitem>'),
      'A',
      '<p>First.</p>',
    ],
    [
      '`body` beside `content:encoded`, which counts',
      rss(
        `<title>A</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">&lt;p>Whole.&lt;/p></content:encoded><body xmlns="${xhtml}"><p>Other.</p></body>`,
      ),
      'A',
      '<p>Whole.</p>',
    ],
    [
      '`body` inside of a description, which stays its own',
      rss('<title>A</title><description><![CDATA[<html><body><p>Whole.</p></body></html>]]></description>'),
      'A',
      '<p>Whole.</p>',
    ],
    [
      '`rss` with a prefix',
      '<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:title>T</r:title><r:item><r:title>A</r:title><r:description>&lt;p>Text.&lt;/p></r:description></r:item></r:channel></r:rss>',
      'A',
      '<p>Text.</p>',
    ],
    [
      'an Atom entry by itself',
      '<?xml version="1.0"?><entry xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>urn:test:a</id><content type="html">&lt;p>Text.&lt;/p></content></entry>',
      'A',
      '<p>Text.</p>',
    ],
    [
      'RSS 1.1',
      '<Channel xmlns="http://purl.org/net/rss1.1#"><title>T</title><link>https://www.example.org/</link><items><item><title>A</title><link>https://www.example.org/a</link><description>&lt;p>Text.&lt;/p></description></item></items></Channel>',
      'A',
      '<p>Text.</p>',
    ],
    [
      'a reference with a capital X',
      rss('<title>A &#X26; B</title><description>Text.</description>'),
      'A & B',
      undefined,
    ],
  ] as const) {
    it(`${what} ⇒ is read`, async () => {
      const { item, failed, notes } = await importing({ text });
      assert.equal(failed, false, notes.join('\n'));
      assert.equal(item?.title, title);
      if (html) assert.equal(item?.content_html ?? item?.summary, html);
    });
  }

  it('items without a title, a text or a link ⇒ says so', async () => {
    const { failed, notes } = await importing({
      text: '<rss version="2.0"><channel><item><expirationDate>2026-01-01</expirationDate></item></channel></rss>',
    });
    assert.equal(failed, true);
    assert.match(notes[0], /none of its items has a title, a text or a link; check whether it is the right feed/);
  });
});
