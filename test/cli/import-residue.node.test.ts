import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exported, post, rss } from '../helpers/feeds.js';
import { importing } from '../helpers/import-sources.js';

const imported = async (whole: string) => {
  const text = rss([{ title: 'A story', html: 'Short.', whole, link: 'https://office.example.org/1' }]);
  const { item, notes } = await importing({ text });
  return { html: item!.content_html, item: item!, notes: notes.join('\n') };
};
const code = (address: string) =>
  `2a${[...Buffer.from(address)].map((byte) => (byte ^ 0x2a).toString(16).padStart(2, '0')).join('')}`;

const cases: [what: string, given: string, left: string, note: RegExp][] = [
  [
    'shortcodes of page builders, with the text between them',
    '<p>[et_pb_section fb_built=&#8221;1&#8243;][et_pb_text]</p><p>Said.</p><p>[/et_pb_text][/et_pb_section]</p>[vc_row][vc_column width="1/2"]More.[/vc_column][/vc_row][contact-form-7 id="5" title="Form"]',
    '<p>Said.</p>\n<p>More.</p>',
    /9 shortcodes of plugins, the first here; removed from the text/,
  ],
  [
    'a button in brackets, which stays a link',
    '<p>Said.</p><p>[su_button url="https://office.example.org/b"]Go there[/su_button]</p>',
    '<p>Said.</p>\n<p><a href="https://office.example.org/b">Go there</a></p>',
    /2 shortcodes/,
  ],
  [
    'comments of the block editor, also as text, and styles',
    '<!-- wp:paragraph --><p>Said.</p><!-- /wp:paragraph --><style>.elementor-8{margin:0}</style><p>&lt;!-- wp:more --&gt;More.</p>',
    '<p>Said.</p>\n<p>More.</p>',
    /1 shortcode/,
  ],
  [
    'text that readers of the site don’t see',
    '<p>Said.</p><p style="color:red; display: none">For editors.</p><span hidden>Secret.</span><div style="visibility:hidden"><a href="https://casino.example/">win</a></div><p hidden="until-found">Found.</p>',
    '<p>Said.</p>\n<p hidden="until-found">Found.</p>',
    /3 pieces of hidden text, the first here; left out: readers of the site don’t see it/,
  ],
  [
    'what a reader opens, which stays',
    '<p>Said.</p><button>More</button><div style="display:none">One.</div><div class="accordion-panel" style="display:none">Two.</div><p><a href="#a">Open</a></p><div id="a" style="display:none">Three.</div><script>1</script>[x_y]',
    '<p>Said.</p>\n<p><button>More</button></p>\n<div>One.</div>\n<div>Two.</div>\n<p><a href="#a">Open</a></p>\n<div>Three.</div>',
    /1 shortcode/,
  ],
  [
    '“appeared first on” in English',
    '<p>Said.</p><p>The post <a href="/1">A story</a> appeared first on <a href="/">Office</a>.</p>',
    '<p>Said.</p>',
    /1 line “appeared first on”; removed from the text/,
  ],
  [
    'the same in French',
    '<p>Dit.</p><p>L’article <a href="/1">A</a> est apparu en premier sur <a href="/">B</a>.</p>',
    '<p>Dit.</p>',
    /1 line/,
  ],
  [
    'the same in Spanish',
    '<p>Dicho.</p><p>La entrada <a href="/1">A</a> se publicó primero en <a href="/">B</a>.</p>',
    '<p>Dicho.</p>',
    /1 line/,
  ],
  [
    'the same in Portuguese',
    '<p>Dito.</p><p>O post <a href="/1">A</a> apareceu primeiro em <a href="/">B</a>.</p>',
    '<p>Dito.</p>',
    /1 line/,
  ],
  [
    'the same in Russian',
    '<p>Да.</p><p>Запись <a href="/1">A</a> впервые появилась <a href="/">B</a>.</p>'.replace(
      'появилась',
      'появилась на',
    ),
    '<p>Да.</p>',
    /1 line/,
  ],
  [
    'a share list by its class',
    '<p>Said.</p><div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>X</li></ul></div>',
    '<p>Said.</p>',
    /1 share list; removed/,
  ],
  [
    'a share list by its links, with the line above it',
    '<p>Said.</p><p>Partager :</p><ul><li><a href="https://www.facebook.com/sharer/sharer.php?u=a">Facebook</a></li><li><a href="https://wa.me/?text=a">WhatsApp</a></li></ul>',
    '<p>Said.</p>',
    /1 share list/,
  ],
  [
    'pictures of trackers',
    '<p>Said.</p><img src="https://pixel.example.net/b.gif?a" width="1" height="1"><img src="https://feeds.feedburner.com/~r/a/~4/b">',
    '<p>Said.</p>',
    /2 tracking pixels, the first here; removed/,
  ],
  [
    'pictures of emoji, as the characters that they are',
    '<p>Well done <img class="emoji" src="https://s.w.org/images/core/emoji/15/72x72/1f389.png" alt="🎉">!</p>',
    '<p>Well done 🎉!</p>',
    /1 emoji picture; replaced by the character/,
  ],
  [
    'lazy placeholders, for which the picture itself stands',
    '<p>A <img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg" alt="boat"> and <img src="/blank.gif" data-srcset="/b-1.jpg 320w, /b-2.jpg 640w" alt="two"> here.</p>',
    '<p>A <img src="https://office.example.org/a.jpg" alt="boat"> and <img src="https://office.example.org/b-2.jpg" alt="two"> here.</p>',
    /2 lazy placeholders, the first here; replaced by the picture/,
  ],
  [
    'addresses that Cloudflare hides',
    `<p>Forty families wrote to <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${code('desk@example.org')}">[email&#160;protected]</a> or <a href="/cdn-cgi/l/email-protection#${code('two@example.org')}">the other desk</a> in May, said one who came.</p>`,
    '<p>Forty families wrote to <a href="mailto:desk@example.org">desk@example.org</a> or <a href="mailto:two@example.org">the other desk</a> in May, said one who came.</p>',
    /2 hidden e-mail addresses, the first here; replaced by the address/,
  ],
  [
    'addresses that Drupal hides',
    '<p>Write to <span class="spamspan"><span class="u">desk</span> [at] <span class="d">example [dot] org</span></span>, soon.</p>',
    '<p>Write to <a href="mailto:desk@example.org">desk@example.org</a>, soon.</p>',
    /1 hidden e-mail address/,
  ],
  [
    'links through other sites',
    '<p><a href="https://www.google.com/url?q=https://partner.example.org/a&amp;sa=D">A</a> and <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpartner.example.org%2Fb&amp;data=1">B</a>.</p>',
    '<p><a href="https://partner.example.org/a">A</a> and <a href="https://partner.example.org/b">B</a>.</p>',
    /2 links through another site, the first here; replaced by the direct link/,
  ],
  [
    'links that lead nowhere, whose text stays',
    '<p>See <a href="file:///C:/a.doc">the file</a>.</p>',
    '<p>See <a>the file</a>.</p>',
    /1 link that is not a web address; its text was kept/,
  ],
];

describe('what plugins and trackers leave in a text is taken out, and told', () => {
  for (const [what, given, left, note] of cases) {
    it(what, async () => {
      const { html, notes } = await imported(given);
      assert.equal(html, left);
      assert.match(notes, note);
    });
  }

  it('but not words in brackets, nor a link to a network in a sentence', async () => {
    const text =
      '<p>“We [the families] came [sic] in May [1]” [caption], he said <a href="https://t.me/share/url?url=a">on Telegram</a> and went on.</p>';
    const { html, notes } = await imported(text);
    assert.equal(html, text);
    assert.equal(notes, '');
  });

  it('a first line that names the author moves to where it belongs', async () => {
    const { html, item, notes } = await imported('<p>By Test Person, 3 June 2026</p><p>Said.</p>');
    assert.equal(html, '<p>Said.</p>');
    assert.deepEqual([item.authors, item.date_published], [[{ name: 'Test Person' }], '2026-06-03T00:00:00Z']);
    assert.match(notes, /“By Test Person, 3 June 2026” names the author; it was removed/);
  });

  it('and a sentence that begins so stays', async () => {
    const { html } = await imported('<p>By boat, forty families came.</p><p>Said.</p>');
    assert.match(html!, /By boat, forty families came/);
  });

  it('the picture of a noscript element is shown once, and stands for the story', async () => {
    const { item, html } = await imported(
      '<p>Said.</p><figure><img src="data:image/svg+xml,a" data-lazy-src="/a.jpg" alt="A boat"><noscript><img src="/a.jpg" alt="A boat" width="800" height="600"></noscript></figure>',
    );
    assert.equal(html, '<p>Said.</p>');
    assert.equal(item.image, 'https://office.example.org/a.jpg');
    assert.deepEqual(item._iom?.images, [
      { url: 'https://office.example.org/a.jpg', alt: 'A boat', width: 800, height: 600 },
    ]);
  });

  it('shortcodes of an export keep their pictures, captions and titles', async () => {
    const html =
      '[et_pb_blurb title="Why it matters"]Said.[/et_pb_blurb]\n\n[caption id="a" width="9"]<img src="https://office.example.org/a.jpg" alt="One"> A caption[/caption]\n\n[et_pb_image src="https://office.example.org/b.jpg" alt="Two"][/et_pb_image]';
    const { item } = await importing({ text: exported([{ id: 1, title: 'A story', html }]) });
    const said = JSON.stringify(item);
    for (const entry of ['Why it matters', 'Said.', 'A caption', 'a.jpg', 'b.jpg', 'Two'])
      assert.ok(said.includes(entry), entry);
    assert.doesNotMatch(said, /et_pb|\[caption/);
  });

  it('shortcodes keep what their attributes say, however its signs are written', async () => {
    const { html } = await imported(
      '<p>Said.</p>[et_pb_button button_url="https://office.example.org/b?a=1&copy=2&#038;c=3" button_text="Caf&eacute;s &amp; bars" /]',
    );
    assert.match(html!, /<a href="https:\/\/office\.example\.org\/b\?a=1&amp;copy=2&amp;c=3">Cafés &amp; bars<\/a>/);
  });

  it('a hidden e-mail address with a quotation mark in it is an address, and nothing else', async () => {
    const script = "var addy7 = 'a&#34;title=x' + '&#64;'; addy7 = addy7 + 'example.org';";
    const { html } = await imported(`<p>Write to <span id="cloak7">…</span><script>${script}</script> now.</p>`);
    assert.doesNotMatch(html!, / title=/);
  });

  it('categories and authors that say nothing', async () => {
    const terms = [
      'Uncategorized',
      'Nekategorisano',
      'კატეგორიის გარეშე',
      'বিভাগবিহীন',
      'Non classé',
      'Sin categoría',
      'Без рубрики',
      'غير مصنف',
      '未分类',
      'Sem categoria',
      'Health',
    ];
    const more = terms.map((term) => `<category>${term}</category>`).join('') + '<dc:creator>admin</dc:creator>';
    const { item, notes } = await importing({ text: rss([{ title: 'a', more }]) });
    assert.deepEqual([item?.tags, item?.authors], [['Health'], undefined]);
    assert.match(notes.join('\n'), /10 tags such as “Uncategorized”/);
    assert.match(notes.join('\n'), /1 author such as “admin”/);
  });
});

describe('excerpts are summaries with a link, no releases', () => {
  for (const [given, summary] of [
    ['It begins [&#8230;]', 'It begins…'],
    ['It begins here. […]', 'It begins here.'],
    ['It begins and <a href="/1">Continue reading <span>A story</span></a>', 'It begins and…'],
    ['Commence ici [...]', 'Commence ici…'],
    ['Il commence… Lire la suite', 'Il commence…'],
    ['Empieza… Leer más »', 'Empieza…'],
    ['Начало… Читать далее', 'Начало…'],
    ['تبدأ هنا […] اقرأ المزيد', 'تبدأ هنا…'],
    ['It begins ...', 'It begins…'],
  ]) {
    it(given, async () => {
      const { item, notes } = await importing({
        text: rss([{ title: 'A story', html: `<p>${given}</p>`, link: 'https://office.example.org/1' }]),
      });
      assert.deepEqual([item?.summary, item?.content_html, item?.url], [summary, '', 'https://office.example.org/1']);
      assert.match(notes.join(), /1 text that is only an excerpt/);
    });
  }

  it('a summary of Atom, and a post of which the site gives no more', async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>t</id><entry><id>1</id><title>A</title><link href="https://office.example.org/1"/><updated>2026-01-01T00:00:00Z</updated><summary>In short.</summary></entry></feed>';
    const short = JSON.stringify([post({ id: 1, title: 'A', html: '', excerpt: { rendered: '<p>In short.</p>' } })]);
    for (const text of [atom, short]) {
      const { item } = await importing({ text });
      assert.deepEqual([item?.summary, item?.content_html], ['In short.', '']);
    }
  });

  it('but a whole text that ends in three dots stays one', async () => {
    const html = '<p>The first paragraph says what happened.</p><p>The second ends so…</p>';
    assert.match((await imported(html)).html!, /ends so…/);
  });

  it('the head of title, author and date in Drupal’s own feed is no text, and it is said where to get that', async () => {
    const html =
      '<span>A story</span>\n<span><span>admin</span></span>\n<span><time datetime="2026-06-01T09:00:00Z">Mon, 06/01/2026</time></span>';
    const { items, notes } = await importing({
      text: rss([
        { title: 'A story', html, more: '<dc:creator>admin</dc:creator>' },
        { title: 'A story', html: `${html}<div><p>With a text.</p></div>`, date: 'Mon, 01 Jun 2026 09:00:00 GMT' },
      ]),
    });
    assert.deepEqual(
      items.map(({ content_html }) => content_html),
      ['<div><p>With a text.</p></div>', ''],
    );
    assert.match(
      notes.join('\n'),
      /1 text with only title, author and date; .*\/jsonapi\/node\/TYPE\?include=.*&sort=-created/,
    );
  });
});
