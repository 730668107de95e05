import '../src/elements/org-chart/define.js';
import { inline, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-org-chart';
export default {
  title: 'Elements/Organization chart',
  component: tag,
  ...metaOf(tag),
  globals: { width: 'full' },
};

/** A feed with nothing but units. */
const feedOf = (organization: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test organization',
  language: 'en',
  items: [],
  _iom: { organization },
});

export const Default: Story = {};
export const Outline: Story = { args: { layout: 'outline' } };
export const Phone: Story = states.Phone;
export const LeftToRight: Story = { args: { layout: 'left-to-right' } };
export const OneBranch: Story = { args: { root: 'ddgo', levels: 3 } };
export const AllOpen: Story = { args: { levels: 9 } };
export const Details: Story = { args: { unit: 'co-bangkok-sa' } };
export const ReportingLines: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf([
        { id: 'head', name: 'Head of office', head: 'Test Person' },
        { id: 'aide', name: 'Special assistant', parent: 'head', kind: 'assistant' },
        { id: 'programmes', name: 'Programmes', parent: 'head' },
        { id: 'resources', name: 'Resources', parent: 'head', state: 'vacant' },
        {
          id: 'security',
          name: 'Field security',
          parent: 'programmes',
          reports_to: [{ unit: 'resources', line: 'solid' }, { unit: 'partner' }],
        },
        { id: 'data', name: 'Data', parent: 'programmes', state: 'shared' },
        { id: 'finance', name: 'Finance', parent: 'resources', state: 'not-disclosed' },
        { id: 'archive', name: 'Archive', parent: 'resources', state: 'eliminated' },
        { id: 'partner', name: 'Partner agency', summary: 'An organization beside this one.' },
      ]),
      { ...args, src: '', levels: 9 },
    ),
};
/** Only the cards in view are rendered. */
export const TenThousandUnits: Story = {
  render: (args) =>
    inline(
      tag,
      feedOf(
        Array.from({ length: 10_000 }, (_, index) => ({
          id: `u${index}`,
          name: `Unit ${index}`,
          parent: index ? `u${Math.floor((index - 1) / 6)}` : undefined,
        })),
      ),
      { ...args, src: '', levels: 9 },
    ),
};
/** Cycles, a missing parent, duplicates, and names of any length: repaired where possible, with one warning. */
export const Repaired: Story = {
  tags: ['warns'],
  render: (args) =>
    inline(
      tag,
      feedOf([
        { id: 'a', name: 'Reports to B', parent: 'b' },
        { id: 'b', name: 'Reports to A', parent: 'a' },
        { id: 'c', name: 'Its parent is not there', parent: 'nobody' },
        { id: 'd', name: 'Twin' },
        { id: 'd', name: 'Twin' },
        { id: 'e', name: 'X', parent: 'd' },
        { id: 'f', name: 'A very long name of very many words '.repeat(12).trim(), parent: 'd' },
        { id: 'g', name: 'مكتب الشؤون القانونية', parent: 'd' },
      ]),
      { ...args, src: '', levels: 9 },
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
