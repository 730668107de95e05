// Starts the CMS: forms in the reader's language, the office's zone and repository, and previews in the real elements.
import markdownIt from './markdown-it.js';
import { guardFolder } from './guard-folder.js';
import { forOffice, inZone } from './office.js';
import { registerPreviews } from './preview.js';

const { CMS } = window;
const formLanguages = ['fr', 'es', 'en'];
const preferred = navigator.languages.map((tag) => tag.slice(0, 2));
const language = preferred.find((tag) => formLanguages.includes(tag)) ?? 'fr';
document.documentElement.lang = language;

const read = async (path) => (await fetch(new URL(path, import.meta.url))).json();
const [config, office] = await Promise.all([read(`config.${language}.json`), read('../newsroom.json')]);

/** Contacts of the feeds as they are published; without a publication there are none. */
const contacts = {};
const contactsIn = (tag) => {
  if (!contacts[tag]) {
    contacts[tag] = [];
    read(`../${tag}/contacts.json`).then(
      (feed) => contacts[tag].push(...(feed._iom?.contacts ?? [])),
      () => {},
    );
  }
  return contacts[tag];
};
for (const tag of config.i18n.locales) contactsIn(tag);

const converter = markdownIt({ html: false });
const toHtml = (markdown) => converter.render(markdown);
const scripts = new URL('../widgets/', import.meta.url).href;
registerPreviews(CMS, { scripts, toHtml, contactsIn });

CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    if (entry.get('collection') !== 'releases') return entry;
    const restate = (data) =>
      ['date', 'embargo', 'event_start', 'event_end'].reduce((values, name) => {
        const written = values.get(name);
        return written ? values.set(name, inZone(written, office.time_zone)) : values;
      }, data);
    const others = entry.get('i18n').map((version) => version.update('data', restate));
    return entry.update('data', restate).set('i18n', others);
  },
});

guardFolder(CMS, language);

await CMS.init({ config: forOffice(config, office, language) });
// The CMS keeps phones from enlarging its text.
for (const viewport of document.querySelectorAll('meta[name=viewport]'))
  viewport.content = viewport.content.replace(/,? *maximum-scale=[\d.]+/, '');
