// npm test: everything; with names behind it, as in npm test -- news-feed, what concerns those.
import './setup.mjs';
import './temporary-files.mjs';

await import(process.argv.length > 2 ? './test-some.mjs' : './test-all.mjs');
