import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json' with { type: 'json' };
import { snippet, type Args } from '../stories/helpers.js';
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
      return html`<div class="column ${page}" data-width=${width} lang=${language} dir=${direction}>${story()}</div>`;
    },
  ],
  parameters: {
    controls: { expanded: true },
    docs: {
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
