import { tsImport } from 'tsx/esm/api';

let loaded;

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
