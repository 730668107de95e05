// The frame around the stories: a name and a mark of our own, in the system's light or dark.
import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

const isDark = matchMedia('(prefers-color-scheme: dark)').matches;

addons.setConfig({
  theme: create({
    base: isDark ? 'dark' : 'light',
    brandTitle:
      '<img src="mark.svg" alt="" width="28" height="28" style="vertical-align: middle; margin-inline-end: 0.5em" /> iom-widgets',
    brandUrl: './',
    brandTarget: '_self',
    fontBase: "'Source Sans 3', 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif",
    colorPrimary: '#0033a0',
    colorSecondary: isDark ? '#6f9fe8' : '#0033a0',
    appBorderRadius: 8,
    inputBorderRadius: 6,
  }),
});

// Storybook writes its own name behind that of each page.
new MutationObserver(() => {
  const title = document.title.replace(/Storybook$/, 'iom-widgets');
  if (title !== document.title) document.title = title;
}).observe(document.head, { childList: true, subtree: true, characterData: true });
