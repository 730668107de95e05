import 'iom:autoload';
import { key, type Embed } from './protocol.js';

/**
 * Makes the embed script of a page load the elements in a shadow root as well, which scripts can't find automatically.
 * This is a separate module because the embed script also has to run without `type="module"`, and then it can't export
 * anything.
 *
 *     import { watch } from 'https://cdn.example.org/iom-widgets@0.1/watch.js';
 *     watch(root);
 */
export const watch: Embed['watch'] = (root) => window[key]!.watch(root);
