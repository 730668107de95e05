import { catalogue } from './load.js';
import en from './sdg-goals/en.js';

/**
 * The short names of the 17 Sustainable Development Goals: as the United Nations writes them in its six languages
 * (https://www.un.org/sustainabledevelopment/), in the others as its offices in the countries do.
 */
export const loadGoalNames = catalogue('sdg-goals', en);
