import { placeholderHeights } from '../../src/elements.js';
import { settings } from './settings.js';

/** The elements that a test of all of them looks at, by their tags without `iom-`. */
export const elements = Object.keys(placeholderHeights).filter((name) => name === (settings.ELEMENT ?? name));
