import '../src/elements/office-map/define.js';
import { inline, make, metaOf, states, type Args, type Story } from './helpers.js';

const tag = 'iom-office-map';
export default {
  title: 'Elements/Office map',
  component: tag,
  ...metaOf(tag),
  globals: { width: 'full' },
};

/** A feed with nothing but offices. */
const feedOf = (offices: unknown[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test offices',
  language: 'en',
  items: [],
  _iom: { offices },
});

/** Replaces the browser’s geolocation. */
const located = (answer: (yes: PositionCallback, no: PositionErrorCallback) => void) => (args: Args) => {
  const getCurrentPosition = (yes: PositionCallback, no: PositionErrorCallback) => answer(yes, no);
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition } });
  return make(tag, args);
};
const failed = (code: number) => located((_yes, no) => no({ code } as GeolocationPositionError));
/** Clicks a button by its name once the list has loaded. */
const press =
  (name: RegExp): Story['play'] =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('iom-office-map')!;
    const find = () =>
      [...element.renderRoot.querySelectorAll('button')].find((entry) =>
        name.test(entry.ariaLabel ?? (entry.title || entry.innerText)),
      );
    while (!find()) await new Promise(requestAnimationFrame);
    find()!.click();
  };
const nearest = press(/Les plus proches/);

export const Default: Story = {};
export const Column: Story = { globals: { width: '600' } };
export const Phone: Story = states.Phone;
export const PhoneWithMap: Story = { ...states.Phone, play: press(/Afficher la carte/) };
/** The details of an office, and the map around it. */
export const Chosen: Story = { args: { office: 'geneva' } };
export const ChosenForSeveral: Story = { args: { office: 'cairo' } };
export const NotOnTheMap: Story = { args: { office: 'beirut' } };
export const Narrowed: Story = { args: { kind: 'headquarters,regional' } };
export const OneRegion: Story = { args: { region: 'Amériques', controls: 'search,kind' } };
export const NearestFirst: Story = {
  render: located((yes) => yes({ coords: { latitude: -34.9, longitude: -56.2 } } as GeolocationPosition)),
  play: nearest,
};
export const PositionDenied: Story = { render: failed(1), play: nearest };
export const PositionUnavailable: Story = { render: failed(2), play: nearest };
export const PositionTooLate: Story = { render: failed(3), play: nearest };
export const PositionAsked: Story = { render: located(() => {}), play: nearest };
/** Pins of every kind, distinguished by shape. */
export const Kinds: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf(
        ['headquarters', 'regional', 'country', 'sub-office', 'liaison', 'clinic', 'centre'].map((kind, index) => ({
          id: kind,
          name: `Test office ${index + 1}`,
          kind,
          latitude: 10,
          longitude: -110 + 40 * index,
        })),
      ),
      { ...args, src: '' },
    ),
};
export const FiveHundredOffices: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf(
        Array.from({ length: 500 }, (_, index) => ({
          id: `o${index}`,
          name: `Test office ${index}`,
          kind: ['country', 'sub-office', 'clinic'][index % 3],
          latitude: ((index * 37) % 120) - 50,
          longitude: ((index * 71) % 360) - 180,
        })),
      ),
      { ...args, src: '' },
    ),
};
/** Offices without coordinates: there is no map. */
export const ListAlone: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf([
        { id: 'a', name: 'Test office', country: 'UY', address: 'Test street 1\nTestville' },
        { id: 'b', name: 'Other test office', country: 'AR' },
      ]),
      { ...args, src: '' },
    ),
};
/** A map of the page’s own (`topology`): here countries at 1 : 110 million, without the table of disputed boundaries. */
export const OwnMap: Story = { args: { topology: 'maps/countries-110m.json' } };
export const MapFailed: Story = { args: { topology: 'maps/none.json' }, tags: ['warns'] };
/** Coordinates as text, swapped or missing, duplicates, HTML in names: repaired where possible, with one warning. */
export const Repaired: Story = {
  tags: ['warns'],
  render: (args) =>
    inline(
      tag,
      feedOf([
        { id: 'a', name: 'Test <b>office</b>', latitude: '46,2° N', longitude: '6.14', kind: 'Head quarters' },
        { id: 'b', name: 'The wrong way round', latitude: 139.65, longitude: 35.67 },
        { id: 'c', name: 'Nowhere', latitude: 0, longitude: 0 },
        { id: 'd', name: 'Twin', latitude: -34.9, longitude: -56.2 },
        { id: 'd', name: 'Twin', latitude: -34.9, longitude: -56.2 },
        { city: 'Testville', phones: 'none', hours: [{ days: 'all' }] },
        { id: 'f', name: 'A very long name of very many words '.repeat(6).trim(), latitude: 20, longitude: 20 },
        { id: 'g', name: 'مكتب الاختبار', latitude: 30, longitude: 31.2, country: 'EG' },
        null,
      ]),
      { ...args, src: '' },
    ),
};
export const Empty: Story = {
  render: (args) => inline(tag, feedOf([]), { ...args, src: '', fallback: false }),
};
export const Loading: Story = { ...states.Loading, tags: ['loading'] };
export const ErrorWithFallback: Story = { ...states.ErrorWithFallback, tags: ['warns'] };
export const ErrorWithoutFallback: Story = { ...states.ErrorWithoutFallback, tags: ['warns'] };
export const Offline: Story = { ...states.Offline, tags: ['warns'] };
export const Stale: Story = { ...states.Stale, tags: ['warns'] };
export const RightToLeft: Story = states.RightToLeft;
export const RightToLeftDark: Story = states.RightToLeftDark;
export const Chinese: Story = states.Chinese;
export const Russian: Story = states.Russian;
export const DarkPage: Story = states.DarkPage;
export const DarkTheme: Story = states.DarkTheme;
export const LightTheme: Story = states.LightTheme;
