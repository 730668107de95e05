import '../src/elements/sdg-grid/define.js';
import { inline, make, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-sdg-grid';
export default {
  title: 'Elements/SDG grid',
  component: tag,
  ...metaOf(tag),
};

const feedOf = (goals: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Goals',
  items: [],
  _iom: { about: 'https://example.org', goals },
});

export const Default: Story = { globals: { width: 'full' } };
export const AllGoals: Story = { args: { all: true }, globals: { width: 'full' } };
/** All 17 in a row, those that the work serves in their colours. */
export const Strip: Story = { args: { layout: 'strip' } };
export const Unfolded: Story = {
  render: (args) => {
    const element = make(tag, args);
    const unfold = () => element.shadowRoot?.querySelector('button')?.click();
    element.addEventListener('iom-load', unfold, { once: true });
    return element;
  },
};
export const OneGoal: Story = {
  render: (args) => inline(tag, feedOf([{ number: 10, targets: [{ number: '10.7' }] }]), { ...args, src: '' }),
};
/** A page can put its own picture in place of the colour. */
export const PictureOfThePage: Story = {
  render: (args) => {
    const element = make(tag, args);
    const picture = Object.assign(document.createElement('img'), {
      src: 'images/partner.svg',
      alt: '',
      slot: 'goal-10',
    });
    element.append(picture);
    return element;
  },
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
