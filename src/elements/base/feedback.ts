/** What is said where something is missing, to visitors and to the page's owner; in one file, as it is often both. */
export { Notice } from './notice.js';
export { reportLanguage, reportProblems } from './report-problems.js';
