import { expect } from '@open-wc/testing';
import '../../src/autoload.js';
import { oembedFiles } from '../../src/html/oembed.js';
import {
  ckeditor,
  ckeditorPlain,
  classic,
  drupal,
  drupalBasic,
  drupalNames,
  kses,
  tagManager,
  untrustedEmbed,
} from '../helpers/editors.js';
import { until } from '../helpers/events.js';

const feed = `${location.origin}/faults/feed`;
const link = '<a href="https://example.org/news">News</a>';
const script = `<script type="module" src="/src/autoload.ts"></script>`;

/** What a partner pastes: the ways of writing one element. */
const pasted = {
  element: `<iom-news-feed src="${feed}" limit="2" lang="en">${link}</iom-news-feed>`,
  'element with data-': `<iom-news-feed data-src="${feed}" data-limit="2" lang="en">${link}</iom-news-feed>`,
  div: `<div class="wide" data-iom="news-feed" data-src="${feed}" data-limit="2">${link}</div>`,
  iframe: `<iframe class="iom-frame" src="/dist/embed.html?element=news-feed&src=/faults/feed&limit=2" title="News">${link}</iframe>`,
};

describe('what is left of our lines', () => {
  afterEach(() => document.body.replaceChildren());

  function put(html: string) {
    const box = document.createElement('div');
    box.lang = 'en';
    box.innerHTML = html;
    document.body.append(box);
    return box;
  }

  for (const [editor, edit, left] of [
    [
      'WordPress without unfiltered_html',
      kses,
      { element: 'link', 'element with data-': 'link', div: 'works', iframe: 'link' },
    ],
    ['WordPress’ classic editor', classic, { element: 'link', 'element with data-': 'link', div: 'works' }],
    [
      'Drupal, set up as we say',
      drupal,
      { element: 'no source', 'element with data-': 'works', div: 'works', iframe: 'link' },
    ],
    ['Drupal as it comes', drupalBasic, { element: 'link', 'element with data-': 'link', div: 'link', iframe: 'link' }],
    ['Drupal with other attributes allowed', drupalNames, { element: 'works' }],
    [
      'CKEditor 5 with General HTML Support',
      ckeditor,
      { element: 'works', 'element with data-': 'works', div: 'works' },
    ],
    ['CKEditor 5 as it comes', ckeditorPlain, { element: 'link', 'element with data-': 'link', div: 'link' }],
    ['a tag manager', tagManager, { element: 'works', 'element with data-': 'works', div: 'works' }],
  ] as const) {
    for (const [what, outcome] of Object.entries(left)) {
      it(`${editor}: ${what} ⇒ ${outcome}`, async () => {
        const box = put(edit(`${script}${pasted[what as keyof typeof pasted]}`));
        const shown = () => box.querySelector('iom-news-feed');
        if (outcome === 'works') {
          await until(() => shown()?.matches(':state(ready)'));
          expect(shown()!.shadowRoot!.textContent).to.contain('First test item');
          expect(shown()!.shadowRoot!.querySelectorAll('[part=item]').length).to.equal(2);
        } else {
          if (outcome === 'no source') await until(() => shown()?.matches(':state(error)'));
          const anchor = box.querySelector('a')!;
          expect(anchor.href).to.equal('https://example.org/news');
          expect(anchor.checkVisibility()).to.equal(true);
        }
        expect(box.textContent).to.contain('News');
      });
    }
  }

  it('Drupal cuts the value of an attribute at a colon, but not that of a data- attribute', () => {
    const written = '<iom-news-feed search="a: b" data-search="a: b"></iom-news-feed>';
    expect(drupalNames(written)).to.equal('<iom-news-feed search=" b"></iom-news-feed>');
    expect(drupal(written)).to.equal('<iom-news-feed data-search="a: b"></iom-news-feed>');
  });

  it('CKEditor deletes an empty element, and keeps one with a link in it', () => {
    expect(ckeditor('<p><iom-news-feed></iom-news-feed></p>')).to.equal('<p></p>');
    expect(ckeditor(`<p>${pasted.element}</p>`)).to.contain('iom-news-feed');
  });

  it('WordPress shows the oEmbed answer of a provider it doesn’t trust, as soon as it says how high it is', async () => {
    const files = oembedFiles(
      {
        base: `${location.origin}/dist/`,
        name: 'test',
        element: 'news-feed',
        attributes: { src: '/faults/feed', limit: '2' },
        lang: 'en',
        title: 'News',
        link: 'https://example.org/news',
        width: 600,
        height: 400,
      },
      '<html lang="en"><title>A</title><body></body>',
    );
    const { html } = JSON.parse(files['test.json']) as { html: string };
    // The page of its own is not on this server; the general one shows the same.
    const box = put(
      untrustedEmbed(html, 'a1B2c3D4e5').replace(
        '/dist/test.html',
        '/dist/embed.html?element=news-feed&src=/faults/feed&limit=2',
      ),
    );
    const frame = box.querySelector('iframe')!;
    expect(frame.sandbox.value).to.equal('allow-scripts');
    expect(box.querySelector('a')!.href).to.equal('https://example.org/news');
    const heights: number[] = [];
    // What WordPress' script does: the secret, the window, a number.
    addEventListener(
      'message',
      ({ source, data }: MessageEvent<{ message: string; value: number; secret: string }>) => {
        if (source === frame.contentWindow && data.secret === frame.dataset.secret && data.message === 'height')
          heights.push(data.value);
      },
    );
    await until(() => heights.includes(378));
  });
});
