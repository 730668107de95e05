import { expect } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import '../../src/elements/press-contact/define.js';
import '../../src/elements/sdg-grid/define.js';
import { nextEvent, until } from '../helpers/events.js';

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  items: [],
  _iom: {
    about: 'https://example.org/',
    contacts: [{ id: 'a', name: 'Test Person', email: 'nobody' }],
    goals: [{ number: 10, url: 'javascript:x()' }],
  },
};
const ofContacts = '_iom.contacts[0].email: "nobody"';
const ofGoals = '_iom.goals[0].url: "javascript:x()"';

describe('what can’t be read of a feed', () => {
  const lines: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    lines.length = 0;
    console.warn = (line: string) => void lines.push(line);
  });
  afterEach(() => {
    console.warn = warn;
    document.body.replaceChildren();
  });

  /** Puts an element into the page and waits until it tells what it shows. */
  async function show(tag: string, shown: object) {
    const element = document.createElement(tag) as IomElement;
    element.feed = shown;
    const loaded = nextEvent(element, 'iom-load');
    document.body.append(element);
    return (await loaded).problems;
  }

  it('is said of each part when an element shows it, and nothing of it twice', async () => {
    const shown = structuredClone(feed);
    const first = await show('iom-press-contact', shown);
    await until(() => lines.length === 1, 'the contact');
    expect(lines[0]).to.contain(ofContacts).and.not.to.contain(ofGoals);
    const second = await show('iom-sdg-grid', shown);
    await until(() => lines.length === 2, 'the goal');
    expect(lines[1]).to.contain(ofGoals).and.not.to.contain(ofContacts);
    await show('iom-press-contact', shown);
    await show('iom-sdg-grid', shown);
    await new Promise((next) => setTimeout(next));
    expect(lines).to.have.length(2);
    // An event says what was known when it was sent.
    expect(first).to.deep.equal([ofContacts]);
    expect(second).to.have.members([ofContacts, ofGoals]);
  });
});

describe('a snippet that was pasted as it stands in an example', () => {
  const { warn } = console;
  const fetch = window.fetch.bind(window);
  afterEach(() => {
    console.warn = warn;
    window.fetch = fetch;
    document.body.replaceChildren();
  });

  for (const [src, note] of [
    [
      'https://feeds.example.org/news.json',
      /^<iom-press-contact>: http 404 .+\nfeeds\.example\.org only stands for a server/,
    ],
    ['https://feeds.office.test/news.json', /^<iom-press-contact>: http 404 .+\nThe server sent an HTTP error/],
  ] as const) {
    it(`${src} ⇒ ${note}`, async () => {
      const lines: string[] = [];
      console.warn = (line: string) => void lines.push(line);
      window.fetch = () => Promise.resolve(new Response(null, { status: 404 }));
      document.body.innerHTML = `<iom-press-contact src="${src}"></iom-press-contact>`;
      await until(() => lines.length === 1, 'the message');
      expect(lines[0]).to.match(note);
    });
  }
});
