import { readdirSync } from 'node:fs';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig } from 'vite';

const elements = readdirSync('src/elements', { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The demo is the site that `npm start` serves; the library is what `npm run build` leaves in dist/. */
export default defineConfig({
  plugins: [{ ...minifyTemplateLiterals(), apply: 'build' }],
  build: {
    target: 'es2022',
    modulePreload: false,
    minify: process.env.MIN === 'terser' ? 'terser' : 'oxc',
    terserOptions: { module: true, compress: { passes: 3 } },
    lib: {
      formats: ['es'],
      entry: {
        autoload: 'src/autoload.ts',
        index: 'src/index.ts',
        'iom-widgets': 'src/iom-widgets.ts',
        ...Object.fromEntries(elements.map(({ name }) => [`elements/${name}`, `src/elements/${name}/define.ts`])),
      },
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', minify: true },
    },
  },
});
