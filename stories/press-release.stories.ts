import '../src/elements/press-release/define.js';
import { inline, metaOf, states, type Story } from './helpers.js';

const tag = 'iom-press-release';
export default {
  title: 'Elements/Press release',
  component: tag,
  ...metaOf(tag, { 'item-id': 'uy-trafficking-network' }),
};

export const Default: Story = {};
export const Newest: Story = { args: { 'item-id': '' } };
export const TextAlone: Story = { args: { hide: 'languages,share,notes,contact,related' } };
export const ForSearchEngines: Story = { args: { 'structured-data': true } };
export const HardWrappedText: Story = {
  render: (args) =>
    inline(
      tag,
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Plain text',
        language: 'fr',
        items: [
          {
            id: 'wrapped',
            title: 'Un texte coupé à la main',
            content_text:
              'Les lignes de ce texte ont été coupées à la main,\ncomme dans un courriel ancien ; elles se rejoignent\nici.\n« Les guillemets gardent leurs mots\n», disent les règles.\nEt les paragraphes restent ce qu’ils étaient.',
          },
        ],
      },
      { ...args, src: '', 'item-id': '' },
    ),
};
/** A report, a recording and a picture to download, and a quotation. */
export const Files: Story = {
  render: (args) =>
    inline(
      tag,
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'With files',
        language: 'fr',
        items: [
          {
            id: 'files',
            title: 'Un communiqué et ce qui l’accompagne',
            date_published: '2026-10-01T09:00:00Z',
            content_html:
              '<p>Le rapport d’essai paraît aujourd’hui, en deux langues.</p><blockquote>« Une citation d’essai se lit mieux quand elle se détache du texte. »</blockquote><p>Tout ce qui suit peut être repris.</p>',
            attachments: [
              {
                url: 'https://www.example.org/rapport.pdf',
                mime_type: 'application/pdf',
                title: 'Rapport d’essai',
                size_in_bytes: 2_400_000,
              },
              {
                url: 'https://www.example.org/report.pdf',
                mime_type: 'application/pdf',
                title: 'Test report',
                size_in_bytes: 2_300_000,
                _iom: { language: 'en' },
              },
              {
                url: 'https://www.example.org/declaration.mp3',
                mime_type: 'audio/mpeg',
                title: 'Déclaration',
                duration_in_seconds: 185,
              },
            ],
            _iom: { dateline: 'Montevideo', kind: 'press-release' },
          },
        ],
      },
      { ...args, src: '', 'item-id': '' },
    ),
};
export const UnderEmbargo: Story = {
  render: (args) =>
    inline(
      tag,
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Not yet',
        items: [
          {
            id: 'later',
            title: 'Not to be seen',
            content_text: 'Not yet.',
            _iom: { embargo_until: '2999-01-01T00:00:00Z' },
          },
        ],
      },
      { ...args, src: '', 'item-id': '', fallback: false },
    ),
};
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
