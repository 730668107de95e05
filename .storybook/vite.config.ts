import { defineConfig } from 'vite';
import { ownCdn } from '../scripts/cdn.mjs';

export default defineConfig({
  build: { target: 'es2022', chunkSizeWarningLimit: 5000 },
  plugins: [ownCdn(process.env.IOM_CDN)],
});
