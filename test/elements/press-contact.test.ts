import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { encode } from 'uqr';
import type { LoadEvent } from '../../src/elements/base/events.js';
import '../../src/elements/press-contact/define.js';
import type { PressContact } from '../../src/elements/press-contact/press-contact.js';
import { toVCard } from '../../src/elements/press-contact/vcard.js';
import { expectAccessible } from '../helpers/engine.js';
import { stopClock } from '../helpers/clock.js';
import { present, skipOnServer } from '../helpers/render.js';

const alba = {
  id: 'alba',
  name: 'Alba Goycoechea',
  office: 'OIM Uruguay',
  countries: ['UY'],
  phones: [{ number: '+59829168043', text: '(5982) 916-8043' }],
  email: 'agoycoechea@iom.int',
};
const desk = {
  id: 'desk',
  name: 'Test desk',
  role: 'Test role',
  office: 'Test office',
  url: 'https://example.org/desk',
  topics: ['data', 'borders'],
  phones: [
    { number: '+41220000000', text: '+41 22 000 00 00', extension: '12' },
    { number: '+41790000000', kind: 'mobile' },
    { number: '+41220000001', kind: 'fax' },
    { number: '+41790000001', kind: 'duty' },
  ],
  email: 'press+test@example.org',
  languages: ['fr', 'es'],
  time_zone: 'Europe/Zurich',
  hours: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
};
const items = [
  { id: 'release', title: 'Test release', _iom: { contacts: ['alba'] } },
  { id: 'both', title: 'Test release', _iom: { contacts: ['desk', 'alba'] } },
  { id: 'secret', title: 'Test release', _iom: { contacts: ['desk'], embargo_until: '9999-01-01T00:00:00Z' } },
];
const feedOf = (contacts: unknown, more: object = { items }) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  items: [],
  ...more,
  _iom: { about: 'https://example.org/about', contacts },
});
const feed = feedOf([alba, desk]);

/** An element in its place, once its content is there. */
async function show(attributes: Record<string, string>, lang = 'en', content: object = feed): Promise<PressContact> {
  const element = document.createElement('iom-press-contact');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.feed = content;
  return present(element, await fixture(html`<div lang=${lang}></div>`));
}

const all = (element: PressContact, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const text = (node?: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const names = (element: PressContact) => all(element, '[role=heading]').map(text);
const row = (element: PressContact, label: string) => {
  const terms = all(element, 'dt').filter((term) => text(term) === label);
  return terms.map((term) => term.nextElementSibling)[0];
};
const button = (element: PressContact, name: string | RegExp) =>
  all(element, 'button').find((entry) => (typeof name === 'string' ? text(entry) === name : name.test(text(entry))));

/** By frames and not by timers, which a test replaces. */
async function until(met: () => unknown) {
  for (let frames = 0; !met(); frames++) {
    if (frames > 300) throw new Error(`not met: ${met.toString()}`);
    await nextFrame();
  }
}

/** Replaces a property for the time of a test. */
const undo: (() => void)[] = [];
function replace(target: object, name: string, value: unknown) {
  const old = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  undo.push(() => (old ? Object.defineProperty(target, name, old) : Reflect.deleteProperty(target, name)));
}
afterEach(() =>
  undo
    .splice(0)
    .reverse()
    .forEach((entry) => entry()),
);

describe('<iom-press-contact>', () => {
  it('shows the contact of the newest release, to call and to write to', async () => {
    const element = await show({});
    expect(names(element)).to.deep.equal(['Alba Goycoechea']);
    expect(text(element.renderRoot.querySelector('[part=office]'))).to.equal('OIM Uruguay');
    const phone = row(element, 'Phone')?.querySelector('a');
    expect(text(phone)).to.equal('(5982) 916-8043');
    expect(phone?.getAttribute('href')).to.equal('tel:+59829168043');
    const email = row(element, 'E-mail')?.querySelector('a');
    expect(text(email)).to.equal('agoycoechea@iom.int');
    expect(email?.getAttribute('href')).to.equal('mailto:agoycoechea@iom.int');
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  for (const [attributes, expected] of [
    [{ 'contact-id': 'desk' }, ['Test desk']],
    [{ 'data-contact-id': 'desk' }, ['Test desk']],
    [{ 'item-id': 'both' }, ['Test desk', 'Alba Goycoechea']],
    [{ country: 'uy' }, ['Alba Goycoechea']],
    [{ 'contact-id': 'nobody' }, []],
  ] as const) {
    it(`${JSON.stringify(attributes)} ⇒ ${expected.join(', ') || 'nobody'}`, async () => {
      expect(names(await show(attributes))).to.deep.equal(expected);
    });
  }

  it('item-id of an item under embargo ⇒ nothing of its contact, :state(empty)', async () => {
    const element = await show({ 'item-id': 'secret' });
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(text(element.renderRoot.querySelector('.base'))).not.to.contain('desk');
  });

  it('a portrait, and accounts by the names of their services', async () => {
    const image = new URL('/demo/images/hills.svg', location.href).href;
    const accounts = [
      { title: 'WhatsApp', url: 'https://messages.example.org/41790000000' },
      { url: 'https://social.example.org/@desk' },
      { title: 'Nowhere', url: 'javascript:alert(1)' },
    ];
    const element = await show({}, 'en', feedOf([{ ...desk, image, accounts }], {}));
    const [portrait] = all(element, '[part=portrait]') as HTMLImageElement[];
    expect(portrait.src).to.equal(image);
    expect(portrait.alt).to.equal('');
    const links = [...row(element, 'Also on')!.querySelectorAll('a')];
    expect(links.map((link) => [text(link), link.href])).to.deep.equal([
      ['WhatsApp', 'https://messages.example.org/41790000000'],
      ['social.example.org', 'https://social.example.org/@desk'],
    ]);
    await expectAccessible(element);
  });

  it('hours that are the same on several days stand on one line', async () => {
    const hours = [
      { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '12:00' },
      { days: [1, 2, 3, 4], opens: '14:00', closes: '17:00' },
      { days: [6], opens: '09:00', closes: '12:00' },
    ];
    const element = await show({}, 'fr', feedOf([{ ...desk, hours }], {}));
    const lines = all(element, '.stretch').map((line) =>
      text(line)
        .replace(/0?9:00/g, '09:00')
        .replace(/[–-]/g, '–'),
    );
    expect(lines).to.deep.equal(['lundi – jeudi 09:00 – 12:00 14:00 – 17:00', 'vendredi et samedi 09:00 – 12:00']);
  });

  it('several contacts ⇒ a list', async () => {
    const element = await show({ 'item-id': 'both' });
    expect(all(element, '[role=list] > li')).to.have.length(2);
  });

  it('heading-level="2" ⇒ names are headings of level 2', async () => {
    const element = await show({ 'heading-level': '2' });
    expect(all(element, '[role=heading]')[0].ariaLevel).to.equal('2');
  });

  it('says everything a contact has', async () => {
    const element = await show({ 'contact-id': 'desk' });
    const call = (label: string) => row(element, label)?.querySelector('a');
    expect(text(call('Phone'))).to.equal('+41 22 000 00 00 ext. 12');
    expect(call('Phone')?.getAttribute('href')).to.equal('tel:+41220000000;ext=12');
    expect(call('Mobile')?.getAttribute('href')).to.equal('tel:+41790000000');
    expect(text(row(element, 'Fax'))).to.contain('+41220000001');
    expect(call('Fax')).to.equal(null);
    expect(call('E-mail')?.getAttribute('href')).to.equal('mailto:press%2Btest@example.org');
    expect(text(row(element, 'Languages'))).to.equal('French and Spanish');
    expect(text(row(element, 'Topics'))).to.equal('data and borders');
    expect(text(row(element, 'Hours'))).to.match(
      /^Monday . Friday 9:00 AM – 5:00 PM local time \(Zurich\) (Open|Closed) now/,
    );
    expect(text(element.renderRoot.querySelector('[part=duty]'))).to.contain('Duty line +41790000001');
    expect(element.renderRoot.querySelector('[part=name] a')?.getAttribute('href')).to.equal(
      'https://example.org/desk',
    );
    expect(text(element.renderRoot.querySelector('[part=role]'))).to.equal('Test role');
  });

  for (const [lang, expected] of [
    ['fr', ['Tél.', 'français et espagnol', 'heure locale (Zurich)', 'Copier']],
    ['es', ['Teléfono', 'francés y español', 'hora local (Zurich)', 'Copiar']],
    ['ar', ['الهاتف', 'الفرنسية والإسبانية', 'بالتوقيت المحلي (Zurich)', 'نسخ']],
    ['ru', ['Телефон', 'французский и испанский', 'местное время (Zurich)', 'Копировать']],
    ['zh', ['电话', '法语和西班牙语', '当地时间 (Zurich)', '复制']],
  ] as const) {
    it(`lang="${lang}" ⇒ its words`, async () => {
      const shown = text((await show({ 'contact-id': 'desk' }, lang)).renderRoot.querySelector('.base'));
      // WebKit writes the names of languages with capitals.
      expected.forEach((word) => expect(shown.toLowerCase()).to.contain(word.toLowerCase()));
      expect(shown).not.to.contain('undefined');
    });
  }

  it('keeps numbers and addresses whole in right-to-left text', async () => {
    const element = await show({ 'contact-id': 'desk' }, 'ar');
    const isolated = all(element, '.phone a bdi[dir=ltr], .email a bdi[dir=ltr]').map(text);
    expect(isolated).to.include.members(['+41 22 000 00 00', 'press+test@example.org']);
    expect(getComputedStyle(element.renderRoot.querySelector('.base')!).direction).to.equal('rtl');
  });

  for (const lang of ['en', 'ar']) {
    it(`lang="${lang}" ⇒ accessible`, async () => {
      const element = await show({ 'item-id': 'both' }, lang);
      button(element, /QR/)?.click();
      await until(() => element.renderRoot.querySelector('svg'));
      await expectAccessible(element);
    });
  }

  it('every target is 24 px high at least', async () => {
    const element = await show({ 'contact-id': 'desk' });
    for (const entry of all(element, 'button')) expect(entry.offsetHeight).to.be.at.least(24);
  });
});

describe('<iom-press-contact> copies', () => {
  it('a number, as it is dialled, and says so', async () => {
    const element = await show({});
    const written: string[] = [];
    replace(navigator, 'clipboard', { writeText: (value: string) => Promise.resolve(written.push(value)) });
    const copy = row(element, 'Phone')?.querySelector('button');
    expect(text(copy)).to.equal('Copy +59829168043');
    copy?.click();
    const said = row(element, 'Phone')?.querySelector('[aria-live]');
    await until(() => text(said) === 'Copied');
    expect(written).to.deep.equal(['+59829168043']);

    row(element, 'E-mail')?.querySelector('button')?.click();
    await until(() => text(row(element, 'E-mail')?.querySelector('[aria-live]')) === 'Copied');
    expect(written.at(-1)).to.equal('agoycoechea@iom.int');
    expect(text(said)).to.equal('');
  });

  it('buttons of each contact are in a group of its name, and each has a name of its own', async () => {
    const phones = [
      { number: '+41227179111', kind: 'office' },
      { number: '+41227179111', kind: 'duty' },
    ];
    const contacts = ['one', 'two'].map((id) => ({ id, name: `Test desk ${id}`, phones }));
    const element = await show({}, 'en', feedOf(contacts, {}));
    const groups = all(element, '[role=group]');
    expect(groups.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Test desk one', 'Test desk two']);
    for (const group of groups) {
      const buttons = [...group.querySelectorAll('button.copy')].map(text);
      expect(buttons).to.deep.equal(['Copy +41227179111, Phone', 'Copy +41227179111, Duty line']);
    }
    replace(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    groups[1].querySelectorAll<HTMLElement>('button.copy')[1].click();
    await until(() => all(element, '[aria-live]').some((entry) => text(entry)));
    expect(all(element, '[aria-live]').map(text), 'said once').to.deep.equal(['', '', '', 'Copied']);
  });

  for (const [what, clipboard] of [
    ['that is denied', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
    ['that is missing', undefined],
  ] as const) {
    it(`with a clipboard ${what} ⇒ selected, and said how to go on`, async () => {
      const element = await show({});
      replace(navigator, 'clipboard', clipboard);
      let selected: Node | undefined;
      replace(Selection.prototype, 'selectAllChildren', (node: Node) => (selected = node));
      row(element, 'E-mail')?.querySelector('button')?.click();
      const said = row(element, 'E-mail')?.querySelector('[aria-live]');
      await until(() => text(said).startsWith('Selected'));
      expect(text(selected as Element)).to.equal('agoycoechea@iom.int');
    });
  }
});

describe('<iom-press-contact> hands on', () => {
  it('a .vcf file, made at the click and let go again', async () => {
    const element = await show({});
    const made: Blob[] = [];
    const revoked: string[] = [];
    replace(URL, 'createObjectURL', (blob: Blob) => `blob:test${made.push(blob)}`);
    replace(URL, 'revokeObjectURL', (url: string) => revoked.push(url));
    replace(window, 'setTimeout', (later: () => void) => later());
    let link: HTMLAnchorElement | undefined;
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      [link] = [this];
    });
    expect(made).to.have.length(0);
    button(element, 'Save contact (.vcf)')?.click();
    await until(() => revoked.length);
    expect(link?.download).to.equal('Alba-Goycoechea.vcf');
    expect(made[0].type).to.equal('text/vcard;charset=utf-8');
    expect((await made[0].text()).replaceAll('\r\n ', ''))
      .to.contain('FN:Alba Goycoechea\r\n')
      .and.contain('TEL;TYPE=WORK,VOICE:+59829168043\r\n')
      .and.match(/\r\nUID:https?:\/\/\S+#\S+\r\nREV:/);
    expect(revoked).to.deep.equal(['blob:test1']);
  });

  it('a QR code that is loaded when it is opened, with its text beside it', async () => {
    const element = await show({});
    const open = button(element, 'QR code');
    expect(open?.ariaExpanded).to.equal('false');
    expect(element.renderRoot.querySelector('figure')).to.equal(null);
    open?.click();
    await until(() => element.renderRoot.querySelector('svg'));
    expect(open?.ariaExpanded).to.equal('true');
    const figure = element.renderRoot.querySelector('figure');
    for (const word of ['Alba Goycoechea', 'OIM Uruguay', '+59829168043', 'agoycoechea@iom.int']) {
      expect(text(figure)).to.contain(word);
    }
    open?.click();
    await element.updateComplete;
    expect(open?.ariaExpanded).to.equal('false');
    expect(element.renderRoot.querySelector('figure')).to.equal(null);
  });

  it('an open QR code that stays open, and a “Copied” that stays, when a newer copy of the feed comes', async () => {
    const element = await show({});
    button(element, 'QR code')?.click();
    await until(() => element.renderRoot.querySelector('svg'));
    const said = () => element.renderRoot.querySelector('.outcome:not(:empty)')?.textContent;
    button(element, /^Copy/)?.click();
    await until(said);
    const before = said();
    const loaded = oneEvent(element, 'iom-load');
    element.feed = structuredClone(feed);
    await loaded;
    expect(button(element, 'QR code')?.ariaExpanded).to.equal('true');
    expect(element.renderRoot.querySelector('figure svg')).to.not.equal(null);
    expect(said()).to.equal(before);
  });

  it('a QR code that holds the contact, on white, with four light modules around', async () => {
    const element = await show({});
    button(element, 'QR code')?.click();
    await until(() => element.renderRoot.querySelector('svg'));
    const { id, name, office, phones, email } = alba;
    const { data, size } = encode(toVCard({ id, name, office, phones, email }), { border: 4 });
    const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    const [white, dark] = element.renderRoot.querySelectorAll('svg path');
    for (const [, x, y, length] of dark.getAttribute('d')!.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      drawn[+y].fill(true, +x, +x + +length);
    }
    expect(drawn).to.deep.equal(data);
    expect(white.getAttribute('fill')).to.equal('#fff');
    expect(drawn.slice(0, 4).flat()).not.to.include(true);
  });

  it('a contact too long for a QR code ⇒ its words alone', async () => {
    const element = await show({}, 'en', feedOf([{ ...alba, name: 'x'.repeat(5000) }]));
    button(element, 'QR code')?.click();
    await until(() => element.renderRoot.querySelector('figcaption'));
    expect(element.renderRoot.querySelector('svg')).to.equal(null);
  });
});

describe('<iom-press-contact> tells whether the office is open', () => {
  before(function () {
    skipOnServer(this);
  });

  const hours = (element: PressContact) => text(row(element, 'Hours'));
  let clock: ReturnType<typeof stopClock> | undefined;
  afterEach(() => clock?.restore());

  it('open at ten, closed at five, by a timer of its own', async () => {
    // Tuesday, 10:00 in Zurich.
    clock = stopClock('2026-03-10T09:00:00Z');
    const element = await show({ 'contact-id': 'desk' });
    expect(hours(element)).to.contain('Open now');
    expect(clock.waiting).to.equal(1);

    clock.pass(7 * 3600);
    await element.updateComplete;
    expect(hours(element))
      .to.contain('Closed now')
      .and.match(/Next opening: Wednesday 9:00.AM/);
  });

  it('an embargo that ends ⇒ the contact is there, by the same timer', async () => {
    clock = stopClock('2026-03-10T09:00:00Z');
    const release = { id: 'a', title: 'Test', _iom: { contacts: ['alba'], embargo_until: '2026-03-10T10:00:00Z' } };
    const far = { id: 'b', title: 'Test', _iom: { embargo_until: '9999-01-01T00:00:00Z' } };
    const element = await show({ 'item-id': 'a' }, 'en', feedOf([alba], { items: [far, release] }));
    expect(names(element)).to.deep.equal([]);
    clock.pass(3600);
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Alba Goycoechea']);
    // What is further away than a timer can hold is waited for by one, too.
    expect(clock.waiting).to.equal(1);
  });

  it('removed ⇒ no timer; back again ⇒ up to date', async () => {
    clock = stopClock('2026-03-10T09:00:00Z');
    const element = await show({ 'contact-id': 'desk' });
    const place = element.parentElement;
    element.remove();
    await element.updateComplete;
    expect(clock.waiting).to.equal(0);
    // It is Saturday.
    clock.pass(4 * 24 * 3600);
    place?.append(element);
    await until(() => hours(element).includes('Closed now'));
    expect(clock.waiting).to.equal(1);
  });

  it('hidden page ⇒ no timer; looked at again ⇒ a new one', async () => {
    clock = stopClock('2026-03-10T09:00:00Z');
    await show({ 'contact-id': 'desk' });
    replace(document, 'hidden', true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(clock.waiting).to.equal(0);
    replace(document, 'hidden', false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(clock.waiting).to.equal(1);
  });

  it('unknown zone ⇒ the hours, and no claim', async () => {
    const element = await show({}, 'en', feedOf([{ ...desk, time_zone: 'Mars/Olympus' }]));
    expect(hours(element))
      .to.contain('9:00 AM')
      .and.not.match(/now|local/);
  });
});

describe('<iom-press-contact structured-data>', () => {
  const script = (element: Element) => element.querySelector(':scope > script[type="application/ld+json"]');
  const data = (element: Element) => JSON.parse(script(element)?.textContent ?? 'null') as Record<string, unknown>[];

  it('adds ContactPoints to the page', async () => {
    const element = await show({ 'structured-data': '' });
    await until(() => script(element));
    expect(data(element)).to.deep.equal([
      {
        '@context': 'https://schema.org',
        '@type': 'ContactPoint',
        contactType: 'press',
        name: 'Alba Goycoechea',
        telephone: ['+59829168043'],
        email: 'agoycoechea@iom.int',
        areaServed: ['UY'],
      },
    ]);
  });

  it('follows the content, goes with it, and is not there unasked', async () => {
    const element = await show({ 'structured-data': 'false' });
    expect(script(element)).to.equal(null);
    element.structuredData = true;
    await until(() => script(element));
    element.contactId = 'desk';
    await element.updateComplete;
    expect(element.querySelectorAll('script[type*=ld]')).to.have.length(1);
    expect(data(element)[0]).to.include({ name: 'Test desk', url: 'https://example.org/desk' });
    expect(data(element)[0].faxNumber).to.deep.equal(['+41220000001']);
    element.contactId = 'nobody';
    await element.updateComplete;
    expect(script(element)).to.equal(null);
  });

  it('holds nothing that ends a script, and can be read all the same', async () => {
    const element = await show({ 'structured-data': '' }, 'en', feedOf([{ ...alba, name: '&lt;/script>' }]));
    await until(() => script(element));
    expect(script(element)?.textContent).not.to.contain('<');
    expect(data(element)[0].name).to.equal('</script>');
  });

  it('is not taken for the feed of the element', async () => {
    replace(window, 'fetch', () => Promise.resolve(new Response(JSON.stringify(feed))));
    const element = document.createElement('iom-press-contact');
    element.src = '/test-contacts';
    element.structuredData = true;
    const place = await fixture(html`<div lang="en"></div>`);
    const loaded = oneEvent(element, 'iom-load');
    place.append(element);
    await loaded;
    await until(() => script(element));
    element.headingLevel = 2;
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Alba Goycoechea']);
    expect(element.matches(':state(ready)')).to.equal(true);
  });
});

describe('<iom-press-contact> keeps the page still', () => {
  for (const width of [320, 700]) {
    it(`${width} px wide ⇒ as high before as after, for a contact with little and with much`, async () => {
      const place = await fixture<HTMLElement>(html`<div lang="en"></div>`);
      place.style.width = `${width}px`;
      const waiting = document.createElement('iom-press-contact');
      waiting.src = '/faults/silence';
      place.append(waiting);
      await waiting.updateComplete;
      const before = waiting.offsetHeight;
      waiting.remove();
      const much = { ...desk, topics: [], phones: desk.phones.slice(1, 3), role: undefined, email: alba.email };
      for (const contact of [alba, much]) {
        const element = document.createElement('iom-press-contact');
        element.feed = feedOf([contact]);
        const loaded = oneEvent(element, 'iom-load');
        place.append(element);
        await loaded;
        expect(element.offsetHeight).to.equal(before);
        element.remove();
      }
    });
  }

  it('shows the fallback where the content will begin', async () => {
    const element = await fixture<PressContact>(
      html`<iom-press-contact src="/faults/silence"><a href="https://example.org">Test contact</a></iom-press-contact>`,
    );
    expect(element.renderRoot.querySelector('.card slot')).not.to.equal(null);
  });
});

describe('<iom-press-contact> and a feed that is not as it should be', () => {
  it('shows what is good and names the rest once', async () => {
    const contacts = [{ ...alba, email: 'a@b\r\nBcc: c@example.org', phones: [null, ...alba.phones] }, 7];
    const element = document.createElement('iom-press-contact');
    element.feed = feedOf(contacts);
    const place = await fixture(html`<div lang="en"></div>`);
    const loaded = oneEvent<LoadEvent>(element, 'iom-load');
    place.append(element);
    const { problems } = await loaded;
    expect(problems).to.have.length(3);
    expect(names(element)).to.deep.equal(['Alba Goycoechea']);
    expect(row(element, 'E-mail')).to.equal(undefined);
    expect(text(row(element, 'Phone')?.querySelector('a'))).to.equal('(5982) 916-8043');
  });

  for (const contacts of [undefined, null, 'x', {}, [null], [[]], [{ name: {} }]]) {
    it(`contacts ${JSON.stringify(contacts)} ⇒ :state(empty)`, async () => {
      expect((await show({}, 'en', feedOf(contacts))).matches(':state(empty)')).to.equal(true);
    });
  }

  it('markup, long words and hidden directions are text, in their place', async () => {
    const hostile = {
      name: `\u202e<img src=x onerror=alert(1)>${'x'.repeat(10_000)}`,
      role: '&lt;b&gt;',
      phones: ['javascript:1'],
    };
    const element = await show({}, 'en', feedOf([hostile]));
    expect(element.renderRoot.querySelector('img, b, a')).to.equal(null);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });
});
