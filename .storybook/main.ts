import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // A Vite config of its own: the one at the top builds the library.
  framework: {
    name: '@storybook/web-components-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  staticDirs: [
    './public',
    { from: '../demo/feeds', to: '/feeds' },
    { from: '../demo/images', to: '/images' },
    { from: '../node_modules/world-atlas/countries-110m.json', to: '/maps/countries-110m.json' },
  ],
};
export default config;
