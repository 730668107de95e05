import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/elements/key-figures/define.js';
import type { KeyFigures } from '../../src/elements/key-figures/key-figures.js';
import { expectAccessible } from '../helpers/engine.js';
import { nextEvent, until } from '../helpers/events.js';
import { families, loadFonts, type Family } from '../helpers/fonts.js';
import { heightsOf } from '../helpers/heights.js';

const founded = { id: 'founded', label: 'Year of foundation', value: 1951, kind: 'year' };
const states = {
  id: 'states',
  label: 'Member States',
  value: 175,
  as_of: '2024',
  source: { title: 'A report', url: 'https://example.org/report' },
  history: [
    { as_of: '1998', value: 67 },
    { as_of: '2016', value: 165 },
  ],
  better: 'up',
};
const people = { id: 'people', label: 'people reached', value: 31_100_000, qualifier: 'more-than', note: 'In 2023.' };
const money = { id: 'money', label: 'received', value: 30_000_000, kind: 'money', currency: 'USD' };
const feedOf = (figures: unknown) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  items: [],
  _iom: { about: 'https://example.org/about', figures },
});
const demo = [founded, states, people, money];

interface Setting {
  figures?: unknown;
  lang?: string;
  /** Pixels, as is what stands above. */
  width?: number;
  above?: number;
  family?: Family;
  hidden?: boolean;
}

async function show(
  attributes: Record<string, string> = {},
  { figures = demo, lang = 'en', width = 900, above = 0, family = 'regular', hidden = false }: Setting = {},
): Promise<KeyFigures> {
  const element = document.createElement('iom-key-figures');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.feed = feedOf(figures);
  const loaded = nextEvent(element, 'iom-load');
  await fixture(
    html`<div
      lang=${lang}
      style="width: ${width}px; padding-top: ${above}px; font: 16px ${families[family]}"
      ?hidden=${hidden}
    >
      ${element}
    </div>`,
  );
  await loaded;
  return element;
}
const all = <T extends Element = HTMLElement>(element: KeyFigures, selector: string) => [
  ...element.renderRoot.querySelectorAll<T>(selector),
];
/** Every kind of blank as a plain one: engines differ in which they group by. */
const text = (node?: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const numbers = (element: KeyFigures) => all(element, '[part=number]').map(text);

/** It comes after the figures. */
const chartOf = async (element: KeyFigures) => {
  await until(() => all(element, '[part=chart]')[0]);
  return all(element, '[part=chart]')[0];
};

describe('<iom-key-figures>', () => {
  before(() => loadFonts('regular'));

  it('the first three figures of a feed, each with what it counts', async () => {
    const element = await show();
    expect(all(element, '[role=list] > li')).to.have.length(3);
    expect(numbers(element)).to.deep.equal(['1951', '175', '31,100,000']);
    expect(all(element, '[part=label]').map(text)).to.deep.equal([
      'Year of foundation',
      'Member States Source: 1',
      'people reached',
    ]);
    expect(all(element, 'data').map((data) => data.getAttribute('value'))).to.deep.equal(['1951', '175', '31100000']);
    await expectAccessible(element);
  });

  for (const [attributes, expected] of [
    [{ limit: '1' }, ['1951']],
    [{ 'data-limit': '2' }, ['1951', '175']],
    [{ limit: 'x' }, ['1951', '175', '31,100,000']],
    [{ figures: 'money, states' }, ['USD 30,000,000', '175']],
    [{ figures: 'nobody, states' }, ['175']],
    [{ figures: 'nobody' }, []],
  ] as [Record<string, string>, string[]][]) {
    it(`${JSON.stringify(attributes)} ⇒ ${expected.join(' | ') || 'nothing'}`, async () => {
      const element = await show(attributes);
      expect(numbers(element)).to.deep.equal(expected);
      expect(element.matches(':state(empty)')).to.equal(!expected.length);
    });
  }

  for (const [lang, expected] of [
    ['fr', ['1951', '175', '31 100 000', '30 000 000 USD']],
    ['es', ['1951', '175', '31.100.000', '30.000.000 USD']],
    ['ar-EG', ['١٩٥١', '١٧٥', '٣١٬١٠٠٬٠٠٠']],
  ] as const) {
    it(`lang="${lang}" ⇒ its digits and grouping; a year is not grouped`, async () => {
      const element = await show({ limit: `${expected.length}` }, { lang });
      expect(numbers(element)).to.deep.equal(expected);
    });
  }

  it('says what a number is near to, and what else there is to know', async () => {
    const element = await show();
    expect(text(all(element, '[part=value]')[2])).to.equal('more than 31,100,000');
    expect(text(all(element, '[part=note]')[0])).to.equal('In 2023.');
  });

  it('says where a number comes from, and as of when', async () => {
    const element = await show();
    const [source] = all(element, '[part=source]');
    expect(text(source)).to.equal('1 Source: A report As of 2024');
    expect(source.querySelector('a')?.getAttribute('href')).to.equal('https://example.org/report');
    expect(source.querySelector('time')?.getAttribute('datetime')).to.equal('2024');
  });

  it('names a source once: for all figures that have it, and by a number where there are several', async () => {
    const { source } = states;
    const shared = await show({}, { figures: [founded, states].map((entry) => ({ ...entry, source, as_of: '2024' })) });
    expect(all(shared, '[part=source]').map(text)).to.deep.equal(['Source: A report As of 2024']);
    expect(all(shared, '[part=label]').map(text)).to.deep.equal(['Year of foundation', 'Member States']);
    const several = await show({}, { figures: [{ ...founded, as_of: '1951' }, states, { ...states, id: 'again' }] });
    expect(all(several, '[part=label]').map(text)).to.deep.equal([
      'Year of foundation, 1',
      'Member States Source: 2',
      'Member States Source: 2',
    ]);
    expect(all(several, '[part=source]').map(text)).to.deep.equal(['1 As of 1951', '2 Source: A report As of 2024']);
  });

  it('an icon stands above its number', async () => {
    const icon = new URL('/demo/images/hills.svg', location.href).href;
    const element = await show({}, { figures: [{ ...states, icon }] });
    const [picture] = all<HTMLImageElement>(element, '[part=icon]');
    expect(picture.src).to.equal(icon);
    expect(picture.alt).to.equal('');
    expect(picture.getBoundingClientRect().bottom).to.be.at.most(
      all(element, '[part=number]')[0].getBoundingClientRect().top,
    );
  });

  it('says in words how a number has changed', async () => {
    const element = await show();
    const [trend] = all(element, '[part~=trend]');
    expect(text(trend)).to.equal('Up from 165 (2016)');
    expect(trend.part.contains('trend-good')).to.equal(true);
  });

  for (const [value, better, expected] of [
    [160, 'up', 'trend-bad'],
    [160, 'down', 'trend-good'],
    [160, undefined, ''],
    [165, 'up', ''],
  ] as const) {
    it(`165, then ${value}, better ${better ?? 'unknown'} ⇒ ${expected || 'not judged'}`, async () => {
      const element = await show({}, { figures: [{ ...states, value, better }] });
      expect([...all(element, '[part~=trend]')[0].part].join()).to.equal(
        ['trend', ...(expected ? [expected] : [])].join(),
      );
    });
  }

  /** Middles of the points of a chart, in pixels from its bottom left. */
  const pointsOf = (chart: Element) => {
    const { left, bottom } = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('.point')].map((point) => {
      const box = point.getBoundingClientRect();
      return [box.left + box.width / 2 - left, bottom - box.top];
    });
  };
  const readings = (chart: Element) =>
    [...chart.querySelectorAll<HTMLElement>('.reading')]
      .filter((reading) => reading.checkVisibility({ visibilityProperty: true }))
      .map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());

  it('chart ⇒ a line of the earlier values with both ends labelled, said in words for those who don’t see it', async () => {
    const element = await show({ chart: '' });
    const chart = await chartOf(element);
    expect(chart.getAttribute('aria-label')).to.equal('Earlier values: 67 (1998) and 165 (2016)');
    const points = pointsOf(chart);
    expect(points).to.have.length(3);
    const [[x1, y1], [x2, y2], [x3, y3]] = points;
    // Eighteen years, then eight; upwards each time.
    expect((x2 - x1) / (x3 - x2)).to.be.closeTo(18 / 8, 0.1);
    expect(y1).to.be.lessThan(y2);
    expect(y2).to.be.lessThan(y3);
    expect(readings(chart)).to.deep.equal(['67', '175']);
    expect(text(chart.nextElementSibling)).to.equal('1998 2024');
    await expectAccessible(element);
  });

  it('the other values are shown under the pointer and by arrow keys, with their dates', async () => {
    const element = await show({ chart: '' });
    const chart = await chartOf(element);
    const [, middle] = chart.querySelectorAll('.point');
    const { left, top } = middle.getBoundingClientRect();
    chart.dispatchEvent(new PointerEvent('pointermove', { clientX: left + 5, clientY: top + 30 }));
    expect(readings(chart)).to.deep.equal(['165 2016']);
    chart.dispatchEvent(new PointerEvent('pointerleave'));
    expect(readings(chart)).to.deep.equal(['67', '175']);
    chart.focus();
    for (const [key, expected] of [
      ['ArrowLeft', '175 2024'],
      ['ArrowLeft', '165 2016'],
      ['Home', '67 1998'],
      ['ArrowRight', '165 2016'],
      ['End', '175 2024'],
      ['ArrowRight', '175 2024'],
    ]) {
      chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      expect(readings(chart), key).to.deep.equal([expected]);
    }
    chart.blur();
    expect(readings(chart)).to.deep.equal(['67', '175']);
  });

  it('chart="bars" ⇒ bars from zero, as far apart as one another', async () => {
    const element = await show({ chart: 'bars' });
    const chart = await chartOf(element);
    const [[x1, y1], [x2, y2], [x3, y3]] = pointsOf(chart);
    expect(x2 - x1).to.be.closeTo(x3 - x2, 1);
    expect(y2 / y3).to.be.closeTo(165 / 175, 0.03);
    expect(y1 / y3).to.be.closeTo(67 / 175, 0.03);
  });

  it('chart of a percentage without earlier values ⇒ its share of a bar, or of a hundred squares', async () => {
    const share = { id: 'share', label: 'of all', value: 37.4, kind: 'percent' };
    const bar = await show({ chart: '' }, { figures: [share, { ...share, id: 'beyond', value: 140 }] });
    await chartOf(bar);
    expect(all(bar, '[part=chart]')).to.have.length(1);
    const squares = await show({ chart: 'waffle' }, { figures: [share] });
    await chartOf(squares);
    const [part, rest] = all(squares, '[part=chart] path').map((path) => path.getAttribute('d')!.split('M').length - 1);
    expect([part, rest]).to.deep.equal([37, 63]);
    await expectAccessible(squares);
  });

  it('compact ⇒ millions in a word, with the number in full below, to be seen and heard', async () => {
    const element = await show({ compact: '', limit: '4' });
    expect(numbers(element)).to.deep.equal(['1951', '175', '31.1 million', 'USD 30 million']);
    const full = all(element, '[part=full]');
    expect(full.map(text)).to.deep.equal(['31,100,000', 'USD 30,000,000']);
    expect(full.every((entry) => entry.checkVisibility() && !entry.closest('[aria-hidden]'))).to.equal(true);
    await expectAccessible(element);
  });

  for (const family of ['regular', 'wide', 'narrow'] as const) {
    it(`a number in letters that are ${family} is never broken, nor wider than its column`, async () => {
      await loadFonts(family);
      for (const lang of ['fr', 'ar-EG']) {
        for (const width of [200, 320, 600, 1200]) {
          const element = await show({ limit: '4' }, { width, lang, family });
          await expectToFit(element, `${lang}, ${width} px`);
        }
      }
    });
  }

  it('a number whose font comes later, and is wide, gets smaller', async () => {
    const face = document.createElement('style');
    face.textContent =
      "@font-face { font-family: Late; src: url('/node_modules/@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2') }";
    document.head.append(face);
    const element = await show({ limit: '4', style: 'font-family: Late, serif' }, { width: 600, lang: 'fr' });
    await document.fonts.load('16px Late');
    await document.fonts.ready;
    await expectToFit(element, 'with its font');
    face.remove();
  });

  it('a number that is out of sight at first fits when it is shown', async () => {
    await loadFonts('wide');
    const element = await show({ limit: '4' }, { width: 600, lang: 'fr', family: 'wide', hidden: true });
    element.parentElement!.hidden = false;
    await expectToFit(element, 'shown');
  });

  /** After the next picture. */
  async function expectToFit(element: KeyFigures, what: string) {
    await nextFrame();
    await nextFrame();
    expect(all(element, '.digits'), what).to.have.length(4);
    for (const digits of all(element, '.digits')) {
      // Firefox counts an empty text at the side of Arabic digits, too.
      const boxes = [...digits.getClientRects()].filter(({ width }) => width);
      expect(boxes.length, what).to.equal(1);
      const { left, right } = digits.closest('li')!.getBoundingClientRect();
      const box = digits.getBoundingClientRect();
      expect(box.left, what).to.be.at.least(left - 1);
      expect(box.right, what).to.be.at.most(right + 1);
    }
  }

  for (const attributes of [
    '',
    'chart',
    'compact figures="reached,regular-pathways,private-sector"',
    'figures="founded,member-states,countries,staff" chart',
  ]) {
    for (const family of ['regular', 'wide', 'narrow'] as const) {
      for (const lang of ['fr', 'ar', 'ru']) {
        it(`${attributes || 'as it is'}, ${lang}, in letters that are ${family}: as high before the feed is there as after`, async () => {
          for (const width of family === 'regular' ? [320, 390, 600, 820, 1200] : [390, 600]) {
            const [before, after] = await heightsOf('iom-key-figures', lang, width, attributes, family);
            expect(after, `${width} px`).to.equal(before);
          }
        });
      }
    }
  }
});

describe('<iom-key-figures count-up>', () => {
  const original = window.matchMedia.bind(window);
  afterEach(() => (window.matchMedia = original));
  const motionIs = (welcome: boolean) =>
    (window.matchMedia = (query) =>
      Object.assign(new EventTarget(), { matches: !welcome, media: query }) as MediaQueryList);
  const running = (element: KeyFigures) => all(element, '[data-running]');
  const overlay = (digits: Element) => getComputedStyle(digits, '::after').content;

  it('a number that comes into view runs up to its value; the text of the page is the value from first to last', async () => {
    motionIs(true);
    const element = await show({ 'count-up': '' }, { figures: [states] });
    const digits = all(element, '.digits')[0];
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(element.renderRoot, { subtree: true, childList: true, characterData: true });
    expect(text(digits)).to.equal('175');
    await until(() => running(element).length);
    const seen = new Set<string | undefined>();
    while (running(element).length) {
      expect(text(digits)).to.equal('175');
      // What runs has no text that could be read out.
      expect(overlay(digits)).to.match(/^(attr\(data-running\)|"\d+") \/ ""$/);
      seen.add(running(element)[0].dataset.running);
      await nextFrame();
    }
    observer.disconnect();
    expect(changes).to.deep.equal([]);
    expect(seen.size).to.be.greaterThan(1);
    expect(overlay(digits)).to.equal('none');
  });

  it('out of view nothing runs', async () => {
    motionIs(true);
    const element = await show({ 'count-up': '' }, { above: 5000 });
    for (let frames = 0; frames < 5; frames++) await nextFrame();
    expect(running(element)).to.deep.equal([]);
    element.scrollIntoView();
    await until(() => running(element).length);
    // A year is not counted up to.
    expect(running(element).map(text)).to.deep.equal(['175', '31,100,000']);
    await until(() => !running(element).length);
  });

  it('once: neither a newer copy of the feed nor coming back into view lets it run again', async () => {
    motionIs(true);
    const element = await show({ 'count-up': '' }, { figures: [states] });
    await until(() => running(element).length);
    element.feed = feedOf([{ ...states, value: 176 }]);
    await until(() => numbers(element).join() === '176');
    await until(() => !running(element).length);
    for (let frames = 0; frames < 5; frames++) await nextFrame();
    expect(running(element)).to.deep.equal([]);
  });

  for (const [what, attributes, welcome] of [
    ['where motion is not welcome', { 'count-up': '' }, false],
    ['without count-up', {}, true],
    ['count-up="false"', { 'count-up': 'false' }, true],
  ] as [string, Record<string, string>, boolean][]) {
    it(`${what} ⇒ nothing runs`, async () => {
      motionIs(welcome);
      const element = await show(attributes);
      for (let frames = 0; frames < 5; frames++) await nextFrame();
      expect(running(element)).to.deep.equal([]);
    });
  }
});

describe('<iom-key-figures>: bad input', () => {
  for (const [what, figures, expected] of [
    ['text for a number', [{ id: 'a', label: 'things', value: '31.1 million' }], ['31,100,000']],
    ['no number', [{ id: 'a', label: 'things' }, founded], ['1951']],
    ['no label and no id', [{ value: 7 }], ['7']],
    ['entries that are none', [null, 'x', [], founded], ['1951']],
    ['an unknown currency', [{ ...money, currency: 'Dollars' }], ['30,000,000']],
    [
      'numbers beyond all measure',
      [
        { id: 'a', value: 1e21 },
        { id: 'b', value: -1e-9 },
      ],
      ['1,000,000,000,000,000,000,000', '-0'],
    ],
    ['nothing', [], []],
    ['no list', 'many', []],
  ] as [string, unknown, string[]][]) {
    it(`${what} ⇒ ${expected.join(' | ') || 'nothing'}`, async () => {
      const element = await show({}, { figures });
      expect(numbers(element)).to.deep.equal(expected);
    });
  }

  it('HTML and `javascript:` ⇒ text, no link', async () => {
    const source = { title: '<b>Report</b>', url: 'javascript:x()' };
    const element = await show({}, { figures: [{ ...states, label: '<img src=x>things', source }] });
    expect(all(element, 'a, img, b')).to.deep.equal([]);
    expect(text(all(element, '[part=label]')[0])).to.equal('things');
  });

  it('10,000 figures, limit="1000" ⇒ a thousand', async function () {
    this.timeout(60_000);
    const figures = Array.from({ length: 10_000 }, (_, index) => ({ ...states, id: `f${index}`, value: index }));
    expect(numbers(await show({ limit: '1000', chart: '' }, { figures }))).to.have.length(1000);
  });

  it('a history of 1,000 values, all alike, or of one ⇒ a line', async () => {
    const history = Array.from({ length: 1000 }, (_, index) => ({ as_of: `${1000 + index}`, value: 5 }));
    for (const some of [history, history.slice(0, 1)]) {
      const element = await show({ chart: '' }, { figures: [{ id: 'a', value: 5, history: some }] });
      const chart = await chartOf(element);
      expect(chart.querySelector('polyline')!.getAttribute('points')).not.to.match(/NaN|Infinity/);
    }
  });
});
