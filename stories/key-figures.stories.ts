import '../src/elements/key-figures/define.js';
import { inline, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-key-figures';
export default {
  title: 'Elements/Key figures',
  component: tag,
  ...metaOf(tag),
};

const feedOf = (figures: unknown) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test figures',
  language: 'en',
  items: [],
  _iom: { figures },
});

const shares = feedOf([
  { id: 'women', label: 'of the staff of a test office are women', value: 52, kind: 'percent' },
  { id: 'online', label: 'of its meetings were online', value: 37.4, kind: 'percent' },
]);

export const Default: Story = {};
export const ById: Story = { args: { figures: 'countries,member-states' } };
export const All: Story = { args: { limit: 8 }, globals: { width: 'full' } };
export const Compact: Story = { args: { limit: 8, compact: true }, globals: { width: 'full' } };
export const Chart: Story = { args: { figures: 'member-states,staff', chart: 'line' } };
export const Bars: Story = { args: { figures: 'member-states,staff', chart: 'bars' } };
/** Percentages without earlier values: as a part of a bar, and of a hundred squares. */
export const Share: Story = { render: (args) => inline(tag, shares, { ...args, src: '', chart: 'line' }) };
export const Waffle: Story = { render: (args) => inline(tag, shares, { ...args, src: '', chart: 'waffle' }) };
export const ChartRightToLeft: Story = { ...Chart, globals: { language: 'ar' } };
export const CountUp: Story = { args: { limit: 8, 'count-up': true }, globals: { width: 'full' } };
/** All number formats, qualifiers and trends. */
export const Kinds: Story = {
  globals: { width: 'full' },
  render: (args) =>
    inline(
      tag,
      feedOf([
        { id: 'year', label: 'A year', value: 1951, kind: 'year' },
        { id: 'percent', label: 'A share', value: 12.5, kind: 'percent', qualifier: 'about' },
        { id: 'money', label: 'Money', value: 30_000_000, kind: 'money', currency: 'CHF', as_of: '2024-03-01' },
        { id: 'unit', label: 'With a unit', value: 4200, unit: 'km', note: 'A sentence about the number.' },
        {
          id: 'down',
          label: 'Less than before',
          value: 80,
          qualifier: 'less-than',
          better: 'down',
          history: [{ as_of: '2020-06', value: 120 }],
        },
        { id: 'same', label: 'As before', value: 9, history: [{ as_of: '2023', value: 9 }] },
      ]),
      { ...args, src: '', limit: 6 },
    ),
};
/** Text for numbers, an unsorted history, duplicates and invalid entries: repaired where possible, with one warning. */
export const Repaired: Story = {
  tags: ['warns'],
  render: (args) =>
    inline(
      tag,
      feedOf([
        { id: 'a', label: 'Written as text', value: '31.1 million' },
        { id: 'a', label: 'A twin', value: 7 },
        { id: 'b', label: 'No number', value: 'many' },
        null,
        { label: '<b>HTML</b>', value: 3, source: { title: 'A report', url: 'javascript:alert(1)' } },
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
export const Phone: Story = states.Phone;
export const Wide: Story = states.Wide;
