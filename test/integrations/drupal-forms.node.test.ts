import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeholderHeights } from '../../src/elements.js';
import { build, noPhp, type Page } from './drupal/module.js';

const src = 'http://93.184.215.14/{lang}/news.json';
const empty = { element: 'news-feed', src, fallback_url: 'https://www.example.org/', fallback_text: 'All news' };
const forms = (more: Partial<Page> = {}) => build({ configuration: empty, answers: {}, forms: true, ...more })[0];
const typed = (values: object, options: object = {}, more: Partial<Page> = {}) =>
  forms({ typed: { ...empty, link_url: '', link_text: '', ...values, options: { 'news-feed': options } }, ...more });

describe('the forms of the Drupal module', { skip: noPhp }, () => {
  it('offer ten elements, and a field for each of their settings', () => {
    const { block } = forms().fields;
    assert.equal(block.element['#type'], 'select');
    assert.equal(block.element['#options']!['office-map'], 'Offices');
    for (const names of [block.element['#options']!, block.options])
      assert.deepEqual(Object.keys(names).sort(), Object.keys(placeholderHeights).sort());
    const { limit, layout, hide, more, lang } = block.options['news-feed'];
    assert.deepEqual(
      [limit, layout, hide, more, lang].map((field) => [field['#title'], field['#type']]),
      [
        ['Number of items', 'number'],
        ['Layout', 'select'],
        ['Leave out', 'checkboxes'],
        ['A button to show more', 'checkbox'],
        ['Language', 'textfield'],
      ],
    );
    assert.deepEqual(Object.values(layout['#options']!), [
      'Default: List',
      'List',
      'Cards',
      'Headlines only',
      'List with a large first item',
    ]);
    assert.equal(block.options['news-feed'].src, undefined, 'the address is asked for once');
  });

  it('store what was chosen, and nothing of what was not', () => {
    const { stored, errors } = typed(
      { src: ` ${src} ` },
      {
        limit: '3',
        layout: 'cards',
        more: 1,
        refresh: '',
        hide: { title: 'title', date: 0, images: 'images' },
        lang: '',
      },
    );
    assert.deepEqual(errors, {});
    assert.equal(stored.src, src);
    assert.deepEqual(stored.attributes, { limit: '3', layout: 'cards', more: '', hide: 'title,images' });
  });

  it('show what was stored, also by those who wrote lines of attributes', () => {
    const attributes = { 'data-limit': '7', more: '', hide: 'date', 'data-own': 'kept', lang: 'fr' };
    const { fields, stored } = typed({}, { limit: '8', hide: {} }, { configuration: { ...empty, attributes } });
    const { limit, more, hide, lang } = fields.block.options['news-feed'];
    assert.deepEqual(
      [limit, more, hide, lang].map((field) => field['#default_value']),
      ['7', true, ['date'], 'fr'],
    );
    assert.deepEqual(stored.attributes, { 'data-own': 'kept', limit: '8' });
  });

  it('take addresses of the web and of this site', () => {
    for (const address of [
      'https://feeds.example.org/{lang}/feed.json',
      'HTTP://example.org',
      '/feeds/{lang}/feed.json',
    ]) {
      const [{ errors, built, stored }] = [typed({ src: address, fallback_url: address.replace('{lang}', 'en') })];
      assert.deepEqual(errors, {}, address);
      assert.equal(stored.src, address);
      const [again] = build({ configuration: stored, answers: {} });
      assert.equal(again.built.element['#attributes'].src, address);
      assert.ok(built.element);
    }
  });

  it('name every mistake, where it is', () => {
    const { errors } = typed(
      { src: 'feeds.example.org', fallback_url: 'javascript:alert(1)' },
      { limit: '0', layout: 'poster', languages: 'pt, english!', 'heading-level': '9', lang: 'français' },
    );
    assert.deepEqual(errors, {
      src: '“feeds.example.org” is no address: it begins with https://, or with / on this site.',
      fallback_url: '“javascript:alert(1)” is no address: it begins with https://, or with / on this site.',
      'options][news-feed][limit': 'Number of items: “0” is no number from 1 to 1000.',
      'options][news-feed][layout': 'Layout: “poster” can’t be chosen.',
      'options][news-feed][languages':
        'Languages of the feed: “pt, english!” are no codes of languages, such as “pt en”.',
      'options][news-feed][heading-level': 'Level of the headings: “9” can’t be chosen.',
      'options][news-feed][lang': 'Language: “français” is no code of a language, such as fr.',
    });
  });

  it('refuse what leads neither to the web nor to this site; what is stored so all the same is not shown', () => {
    for (const address of [
      'ftp://example.org/feed.json',
      'data:,{}',
      '//example.org/feed.json',
      '/\\example.org',
      'https:///x',
      'a b',
    ]) {
      assert.ok(typed({ src: address }).errors.src, address);
      assert.deepEqual(
        Object.keys(build({ configuration: { ...empty, src: address }, answers: {} })[0].built),
        ['#cache'],
        address,
      );
      const [{ built }] = build({ configuration: { ...empty, fallback_url: address }, answers: {} });
      assert.equal(built.element.fallback, undefined, address);
    }
    const [{ built }] = build({ configuration: { ...empty, element: 'x-onclick' }, answers: {} });
    assert.deepEqual(Object.keys(built), ['#cache']);
  });

  it('need no address in a block where the site has a feed, and show that one in every such block', () => {
    const settings = { src: '/feeds/{lang}.json', link_url: '/news', link_text: 'News <all>' };
    const bare = { element: 'news-feed' };
    const required = (page: Partial<Page>) =>
      ['src', 'fallback_url', 'fallback_text'].map((name) => forms(page).fields.block[name]['#required']);
    assert.deepEqual(required({}), [true, true, true]);
    assert.deepEqual(required({ settings }), [false, false, false]);
    const [{ built }] = build({ configuration: bare, settings, answers: {} });
    assert.equal(built.element['#attributes'].src, '/feeds/{lang}.json');
    assert.deepEqual(built.element.fallback, {
      '#type': 'html_tag',
      '#tag': 'a',
      '#attributes': { href: '/news' },
      '#value': 'News &lt;all&gt;',
    });
    assert.deepEqual(built['#cache']!.tags, ['config:iom_widgets.settings']);
    const [without] = build({ configuration: bare, answers: {} });
    assert.deepEqual(
      without.built['#cache']!.tags,
      ['config:iom_widgets.settings'],
      'is shown as soon as there is one',
    );
  });
});

describe('what the fields of the Drupal module offer', { skip: noPhp }, () => {
  const host = 'http://93.184.215.14';
  const feed = JSON.stringify({
    items: [
      { id: 'b', title: 'Test item two', tags: ['Aid', 'Health'], _iom: { countries: ['SN', 'FR', 'XK'] } },
      { id: 'a', title: 'Item one', tags: ['aid', 7, ['x']] },
      { title: 'Without an id' },
      'no item',
    ],
    _iom: {
      contacts: [{ id: 'test-person', name: 'Test Person', role: 'Press', countries: ['FR'] }],
      offices: [
        { id: '7', name: 'Office', city: 'Test City', country: 'SN', region: 'West' },
        { id: 'x', country: ['FR'] },
      ],
      organization: [{ id: 'unit', name: 'Test Unit' }],
      sections: 'none',
    },
  });
  const offered = (...suggest: [from: string, typed: string][]) =>
    build({
      configuration: empty,
      settings: { src: `${host}/{lang}/feed.json` },
      language: 'fr',
      answers: { [`${host}/fr/feed.json`]: feed },
      suggest,
    })[0].suggested;

  it('is asked for by every field for something that is in a feed, which says so', () => {
    const { options } = forms().fields.block;
    const from = Object.values(options).flatMap((fields) =>
      Object.values(fields).flatMap((field) => field['#autocomplete_route_parameters']?.from ?? []),
    );
    assert.deepEqual([...new Set(from)].sort(), [
      'contactCountries',
      'contacts',
      'countries',
      'figures',
      'items',
      'officeCountries',
      'offices',
      'regions',
      'sections',
      'tags',
      'units',
    ]);
    const { 'item-id': item } = options['press-release'];
    assert.equal(item['#autocomplete_route_name'], 'iom_widgets.suggestions');
    assert.equal(
      item['#description'],
      'Without a choice it is the newest. Type a part of its name: what fits in the feed of the site is offered.',
    );
    assert.match(options['news-feed'].tags['#description']!, /Several stand with commas between them\.$/);
  });

  it('is what is in the feed of the site in the language of who types, by name; what begins so comes first', () => {
    assert.deepEqual(offered(['items', 'item'], ['items', 'TWO'], ['items', 'b'], ['items', 'nothing']), [
      [
        { value: 'a', label: 'Item one' },
        { value: 'b', label: 'Test item two' },
      ],
      [{ value: 'b', label: 'Test item two' }],
      [{ value: 'b', label: 'Test item two' }],
      [],
    ]);
    assert.deepEqual(offered(['contacts', 'press'], ['offices', 'test c'], ['units', 'unit'], ['regions', 'w']), [
      [{ value: 'test-person', label: 'Test Person – Press' }],
      [{ value: '7', label: 'Office – Test City' }],
      [{ value: 'unit', label: 'Test Unit' }],
      [{ value: 'West', label: 'West' }],
    ]);
    assert.deepEqual(
      offered(['tags', ''])[0].map(({ value }) => value),
      ['7', 'Aid', 'aid', 'Health'],
    );
  });

  it('names countries, and stores their codes', () => {
    const senegal = { value: 'SN', label: 'Senegal (SN)' };
    const france = { value: 'FR', label: 'France (FR)' };
    assert.deepEqual(
      offered(['countries', ''], ['countries', 'sen'], ['contactCountries', 'fr'], ['officeCountries', 'SN']),
      [[france, senegal, { value: 'XK', label: 'XK' }], [senegal], [france], [senegal]],
    );
  });

  it('is nothing of a part that the feed doesn’t have, nor where there is no feed, or no public one', () => {
    assert.deepEqual(offered(['sections', ''], ['figures', ''], ['secrets', '']), [[], [], []]);
    for (const [src, answer] of [
      ['', feed],
      [`${host}/feed.json`, 404],
      [`${host}/feed.json`, 0],
      [`${host}/feed.json`, '<!doctype html>'],
      ['http://127.0.0.1/feed.json', feed],
    ] as const) {
      const [{ suggested, asked }] = build({
        configuration: empty,
        settings: { src },
        answers: { [src]: answer },
        suggest: [['items', 'item']],
      });
      assert.deepEqual(suggested, [[]], src);
      if (src.includes('127')) assert.ok(!asked.includes(`GET ${src}`));
    }
  });

  it('is read from this site, too, and once in five minutes', () => {
    const own = { 'http://93.184.215.99/feed.json': feed };
    const page = { configuration: empty, settings: { src: '/feed.json' }, answers: own } as const;
    const seen = build(
      {
        ...page,
        suggest: [
          ['items', 'one'],
          ['items', 'two'],
        ],
      },
      { ...page, answers: {}, time: 299, suggest: [['items', 'one']] },
    );
    const asked = seen.flatMap((one) => one.asked.filter((line) => line.endsWith('/feed.json')));
    assert.deepEqual(asked, ['GET http://93.184.215.99/feed.json']);
    assert.deepEqual(seen[1].suggested, [[{ value: 'a', label: 'Item one' }]]);
  });
});

describe('the test of the feed in the Drupal module', { skip: noPhp }, () => {
  const host = 'http://93.184.215.14';
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const feed = (title: string) => ({ body: JSON.stringify({ title, items: [{ id: '1' }] }), headers });
  const messagesFor = (answer: Page['answers'][string], address = `${host}/feed.json`) =>
    typed({ src: address }, {}, { answers: { [address]: answer } }).messages;

  it('says what is in it in the languages of the site, and stores the address', () => {
    const answers = { [`${host}/en.json`]: feed('News'), [`${host}/zh.json`]: feed('新闻'), [`${host}/fr.json`]: 404 };
    const { messages, settings } = typed(
      { src: `${host}/{lang}.json`, link_url: '/news', link_text: 'News' },
      {},
      { answers, languages: ['en', 'zh-hans', 'fr', 'pt-br'] },
    );
    assert.deepEqual(messages, [
      `✓ ${host}/en.json: “News”, items: 1.`,
      `✓ ${host}/zh.json: “新闻”, items: 1.`,
      `✗ ${host}/fr.json: there is nothing. Is the address right?`,
    ]);
    assert.deepEqual(settings, { src: `${host}/{lang}.json`, link_url: '/news', link_text: 'News' });
  });

  for (const [what, answer, words] of [
    ['a web page', '<!doctype html><title>News</title>', /is a web page, not a feed/],
    ['RSS', '<?xml version="1.0"?>\n<rss version="2.0">', /is RSS or Atom.*iom-feed import/],
    ['another file', '{"a":1}', /is a file, but not a feed/],
    ['an error', 503, /answers with the error 503/],
    ['no answer, or a slow one', 0, /doesn’t answer, or takes longer than ten seconds/],
    [
      'an address that has moved',
      { status: 301, headers: { Location: 'https://new.example.org/' } },
      /leads to another address: enter that one, https:\/\/new\.example\.org\//,
    ],
    ['a server that is closed to browsers', { body: '{"items":[]}' }, /must send Access-Control-Allow-Origin/],
  ] as const) {
    it(`names ${what}`, () => {
      const [message] = messagesFor(answer);
      assert.match(message, words);
      assert.ok(message.startsWith('✗ '));
    });
  }

  it('names a private server, and asks it nothing', () => {
    const { messages, asked } = typed({ src: 'http://10.0.0.1/feed.json' });
    assert.match(messages[0], /no public server called 10\.0\.0\.1/);
    assert.deepEqual(asked, []);
  });

  it('asks this site for what is on it, where no header is needed', () => {
    const answers = { 'http://93.184.215.99/feed.json': { body: '{"title":"Own","items":[]}' } };
    assert.deepEqual(typed({ src: '/feed.json' }, {}, { answers }).messages, ['✓ /feed.json: “Own”, items: 0.']);
  });
});
