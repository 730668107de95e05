import '../src/elements/press-contact/define.js';
import { inline, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-press-contact';
export default {
  title: 'Elements/Press contact',
  component: tag,
  ...metaOf(tag, { 'item-id': 'uy-trafficking-network' }),
};

export const Default: Story = {};
export const ById: Story = { args: { 'contact-id': 'hq-press', 'item-id': '' } };
export const ByCountry: Story = { args: { country: 'EG', 'item-id': '' } };
export const Several: Story = {
  globals: { width: 'full' },
  render: (args) =>
    inline(
      tag,
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Two desks',
        items: [],
        _iom: {
          contacts: [
            { id: 'a', name: 'Test Desk', office: 'Test Office', email: 'desk@example.org', languages: ['en', 'fr'] },
            {
              id: 'b',
              name: 'Test Duty Desk',
              phones: [
                { number: '+41227179111', text: '+41 22 717 9111', extension: '142' },
                { number: '+41227179111', text: '+41 22 717 9111', kind: 'duty' },
              ],
            },
          ],
        },
      },
      { ...args, src: '', 'item-id': '' },
    ),
};
/** A portrait, accounts of services, and hours that are the same on several days. */
export const Portrait: Story = {
  render: (args) =>
    inline(
      tag,
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'A spokesperson',
        items: [],
        _iom: {
          contacts: [
            {
              id: 'spokesperson',
              name: 'Test Spokesperson',
              role: 'Spokesperson',
              image: 'images/hills.svg',
              email: 'press@example.org',
              accounts: [
                { title: 'WhatsApp', url: 'https://messages.example.org/41790000000' },
                { title: 'Mastodon', url: 'https://social.example.org/@press' },
              ],
              time_zone: 'Europe/Zurich',
              hours: [
                { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '12:00' },
                { days: [1, 2, 3, 4], opens: '14:00', closes: '17:00' },
              ],
            },
          ],
        },
      },
      { ...args, src: '', 'item-id': '' },
    ),
};
export const ForSearchEngines: Story = { args: { 'structured-data': true } };
export const Empty: Story = {
  render: (args) =>
    inline(
      tag,
      { version: 'https://jsonfeed.org/version/1.1', title: 'Nothing yet', items: [] },
      { ...args, fallback: false },
    ),
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
