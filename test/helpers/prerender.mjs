import { tsImport } from 'tsx/esm/api';

let loaded;

let cleaner;

/** A server command `clean`: cleans pieces of HTML as a server does, and gives back what a page gets of each. */
export const cleanPieces = {
  name: 'clean',
  async executeCommand({ command, payload: { pieces, setting } = {} }) {
    if (command !== 'clean') return undefined;
    cleaner ??= tsImport('./clean-on-server.ts', import.meta.url);
    const { cleanOnServer } = await cleaner;
    return Promise.all(pieces.map((html) => cleanOnServer(html, setting)));
  },
};

/** A server command `prerender`: fills the elements of a page as `iom-feed prerender` does, and gives back its HTML. */
export const prerenderPages = {
  name: 'prerender',
  async executeCommand({ command, payload: { html, base } = {} }) {
    if (command !== 'prerender') return undefined;
    loaded ??= tsImport('../../src/ssr/index.ts', import.meta.url);
    const { prerender } = await loaded;
    return (await prerender(html, { base })).html;
  },
};
