import 'iom:autoload';
import { key, type Embed } from './protocol.js';

/**
 * Tells the embed script of a page to look after a shadow root, which no script sees by itself, as it does after the
 * document. A module of its own, because the embed script also has to run where `type="module"` was lost, and a script
 * that exports anything doesn’t.
 *
 *     import { watch } from 'https://cdn.example.org/iom-widgets@1/watch.js';
 *     watch(root);
 */
export const watch: Embed['watch'] = (root) => window[key]!.watch(root);
