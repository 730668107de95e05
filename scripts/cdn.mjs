// The server that snippets name. Everywhere it is written as `placeholder`; a press office that builds its own copy puts its
// own in place of it: IOM_CDN=https://cdn.example.com npm run storybook:build.
import { lineOf } from './public-api.mjs';

/** Stands in snippets for the server with a press office's scripts. */
export const placeholder = 'https://cdn.example.org';

/**
 * The address that snippets have, up to the name of the script: that of the release line.
 *
 * @param {string} version Of the library.
 */
export const scriptsOf = (version) => `${placeholder}/iom-widgets@${lineOf(version)}/`;

/**
 * A plugin of Vite that puts an office's own server into snippets.
 *
 * @param {string | undefined} cdn Its address, http or https, with or without a slash at the end. Without it nothing is done.
 * @returns {import('vite').Plugin}
 * @throws {Error} When it is no such address.
 */
export function ownCdn(cdn) {
  if (cdn && !/^https?:\/\/[^/]/.test(cdn))
    throw new Error(`IOM_CDN=${cdn} is not an address; write it as https://cdn.example.com`);
  const own = cdn?.replace(/\/+$/, '');
  return {
    name: 'own-cdn',
    enforce: 'pre',
    transform: (code, id) =>
      own && !id.includes('/node_modules/') && code.includes(placeholder)
        ? { code: code.replaceAll(placeholder, own), map: null }
        : undefined,
  };
}
