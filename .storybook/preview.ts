import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { action } from 'storybook/actions';
import manifest from '../custom-elements.json' with { type: 'json' };
import { plainDetail } from '../src/embed/plain-detail.js';
import { snippet, type Args } from '../stories/helpers.js';
import { elements } from '../stories/manifest.js';
import { DocsPage } from './docs-page.js';
import './preview.css';

setCustomElementsManifest(manifest);

const choice = (title: string, icon: 'globe' | 'mirror' | 'grow', items: Record<string, string>) => ({
  toolbar: {
    title,
    icon,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
  },
});

/** Every event of every element is told in the panel “Actions”, as plain data. */
const events = new Set(elements.flatMap(({ events: names = [] }) => names.flatMap(({ name }) => name ?? [])));
const log = (event: Event) => void action(event.type)(plainDetail(event));
const listen = (column?: Element) => events.forEach((name) => column?.addEventListener(name, log));

const preview: Preview = {
  initialGlobals: { language: 'fr', page: 'light', width: '600' },
  globalTypes: {
    language: choice('Language', 'globe', {
      ar: 'العربية',
      zh: '中文',
      en: 'English',
      fr: 'français',
      ru: 'русский',
      es: 'español',
    }),
    page: choice('Page', 'mirror', { light: 'Light page', dark: 'Dark page' }),
    width: choice('Column', 'grow', { '320': 'Phone, 320 px', '600': 'Column, 600 px', full: 'Full width' }),
  },
  decorators: [
    (story, { globals: { language, page, width } }) => {
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      return html`<div class="column ${page}" data-width=${width} lang=${language} dir=${direction} ${ref(listen)}>
        ${story()}
      </div>`;
    },
  ],
  parameters: {
    controls: { expanded: true },
    options: {
      storySort: { order: ['Welcome', 'Builder', 'Theming', 'Elements', 'Reference', 'Versions', 'Privacy'] },
    },
    docs: {
      page: DocsPage,
      source: {
        language: 'html',
        transform: (_code: string, { component, args }: { component?: string; args: Args }) =>
          snippet(component ?? '', args),
      },
    },
  },
  tags: ['autodocs'],
};
export default preview;
