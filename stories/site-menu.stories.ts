import '../src/elements/site-menu/define.js';
import { inline, make, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-site-menu';
export default {
  title: 'Elements/Site menu',
  component: tag,
  ...metaOf(tag),
  globals: { width: 'full' },
};

/** A feed with nothing but a menu. */
const feedOf = (menu: unknown[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test menu',
  language: 'en',
  items: [],
  _iom: { menu },
});

/** The element, with these buttons clicked once it has loaded. */
const opened = (args: Record<string, string | number | boolean | undefined>, ...buttons: string[]) => {
  const element = make(tag, args);
  const open = () => {
    for (const button of buttons) element.shadowRoot!.querySelector<HTMLElement>(button)?.click();
  };
  element.addEventListener('iom-load', open, { once: true });
  return element;
};

export const Default: Story = {};
export const OpenPanel: Story = { render: (args) => opened(args, '[part=toggle]') };
export const OpenPanelDark: Story = { ...OpenPanel, globals: { width: 'full', page: 'dark' } };
export const OpenPanelRightToLeft: Story = { ...OpenPanel, globals: { width: 'full', language: 'ar' } };
export const OpenPanelDarkTheme: Story = { ...OpenPanel, args: { theme: 'dark' } };
export const Phone: Story = states.Phone;
export const OpenAccordion: Story = {
  render: (args) => opened(args, '[part=button]', '[part=toggle]'),
  globals: { width: '320' },
};
export const OpenAccordionRightToLeft: Story = { ...OpenAccordion, globals: { width: '320', language: 'ar' } };
export const Labelled: Story = { args: { label: 'OIM' } };
/** The current page is marked, and so is its section. */
export const CurrentPage: Story = {
  render: (args) => {
    const element = inline(
      tag,
      feedOf([
        {
          title: 'Who we are',
          url: 'https://example.org/about',
          entries: [{ title: 'This page', url: location.href }],
        },
        { title: 'Our work', url: 'https://example.org/work' },
      ]),
      { ...args, src: '' },
    );
    element.addEventListener('iom-load', () => element.shadowRoot!.querySelector('button')?.click(), { once: true });
    return element;
  },
};
/** With a search and other languages, where the feed names them. */
export const SearchAndLanguages: Story = {
  render: (args) =>
    inline(
      tag,
      {
        ...feedOf(['Who we are', 'Our work', 'Data'].map((title) => ({ title, url: 'https://example.org' }))),
        _iom: {
          menu: ['Who we are', 'Our work', 'Data'].map((title) => ({ title, url: 'https://example.org' })),
          search: { url: 'https://example.org/search', parameter: 'keys' },
          translations: ['fr', 'es', 'ar', 'ru', 'zh'].map((language) => ({
            language,
            url: `https://example.org/${language}`,
          })),
        },
      },
      { ...args, src: '' },
    ),
};
/** Sections without a page are buttons; some have only links, some only an introduction. */
export const WithoutPages: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf([
        { title: 'Links alone', entries: ['One', 'Two'].map((title) => ({ title, url: 'https://example.org' })) },
        { title: 'Introduction alone', summary: 'A section that only says what it is.' },
        { title: 'Neither' },
      ]),
      { ...args, src: '' },
    ),
};
/** More sections than fit in the bar are in a list behind a button. */
export const TooManySections: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf(
        Array.from({ length: 20 }, (_, index) => ({
          title: `Section number ${index + 1}`,
          url: 'https://example.org',
        })),
      ),
      { ...args, src: '' },
    ),
};
/** HTML, invalid URLs, missing titles and a fourth level: repaired where possible, with one warning. */
export const Repaired: Story = {
  tags: ['warns'],
  render: (args) =>
    inline(
      tag,
      feedOf([
        { title: 'A <b>bold</b> title', url: 'javascript:alert(1)' },
        { url: 'https://example.org/without-title' },
        null,
        {
          title: 'Deep',
          entries: [{ title: 'Two', entries: [{ title: 'Three', entries: ['Four', { title: 'Five' }] }] }],
        },
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
export const RightToLeft: Story = { globals: { width: 'full', language: 'ar' } };
export const RightToLeftDark: Story = { globals: { width: 'full', language: 'ar', page: 'dark' } };
export const Chinese: Story = { globals: { width: 'full', language: 'zh' } };
export const Russian: Story = { globals: { width: 'full', language: 'ru' } };
export const DarkPage: Story = { globals: { width: 'full', page: 'dark' } };
export const DarkTheme: Story = states.DarkTheme;
export const LightTheme: Story = { args: { theme: 'light' }, globals: { width: 'full', page: 'dark' } };
