// npm run demo: puts what iom-feed import finds in the release of demo/content/ into the demo's feed, word for word: the
// release, its contact, the mission, the figures, the units and the menu. What the demo says beside it (links, pictures,
// hours, names of figures, other news) stays. With --check it only says whether the feed is so.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const source = 'demo/content/uy-trafficking-network.fr.txt';
const target = 'demo/feeds/oim.fr.json';

const command = ['--import', 'tsx', 'src/cli/main.ts', 'import', source, '--lang', 'fr'];
const imported = JSON.parse(execFileSync(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] }));
const text = readFileSync(target, 'utf8');
const feed = JSON.parse(text);
const { contacts, mission, figures, organization, menu } = imported._iom;
const missing = [];

/** Takes fields over from what was imported to what the demo has of it. */
function take(fields, found, entry, what) {
  if (!found) missing.push(what);
  else for (const field of fields) if (entry[field] !== undefined) found[field] = entry[field];
}

for (const contact of contacts) {
  const found = feed._iom.contacts.find(({ email }) => email === contact.email);
  take(['name', 'office', 'countries'], found, contact, `the contact ${contact.email}`);
  contact.phones.forEach((phone, index) => take(['number', 'text'], found?.phones[index], phone, `${phone.text}`));
}
for (const item of imported.items) {
  const found = feed.items.find(({ title }) => title === item.title);
  take(['title', 'content_html', 'language'], found, item, `the release “${item.title}”`);
  const names = item._iom.contacts.map((id) => contacts.find((contact) => contact.id === id).email);
  const ids = feed._iom.contacts.filter(({ email }) => names.includes(email)).map(({ id }) => id);
  if (!ids.every((id) => found?._iom.contacts.includes(id))) missing.push('the contact of the release');
}
take(['title', 'text'], feed._iom.mission, mission, 'the mission');

// What the demo has not of these is added; what it says beside them stays.
for (const figure of figures) {
  const counted = ({ label }) => label.toLowerCase() === figure.label.toLowerCase();
  const sameYear = ({ kind, value }) => kind === 'year' && kind === figure.kind && value === figure.value;
  const found = feed._iom.figures.find(counted) ?? feed._iom.figures.find(sameYear);
  if (found) take(['value', 'kind'], found, figure);
  else feed._iom.figures.push(figure);
}
/** Ids of the demo, by those of the import. */
const ids = new Map();
for (const unit of organization) {
  let found = feed._iom.organization.find(({ name }) => name === unit.name);
  if (!found) feed._iom.organization.push((found = { ...unit }));
  ids.set(unit.id, found.id);
}
for (const { id, parent } of organization) {
  if (parent) feed._iom.organization.find((unit) => unit.id === ids.get(id)).parent = ids.get(parent);
}
const entriesIn = (entries = []) => entries.flatMap((entry) => [entry, ...entriesIn(entry.entries)]);
const known = entriesIn(feed._iom.menu);
/** Which entries there are, their order and what they say is imported; the demo has where they lead. */
const menuOf = (imported) =>
  imported.map(({ title, summary, entries }) => ({
    title,
    summary,
    url: known.find((entry) => entry.title === title)?.url,
    entries: entries && menuOf(entries),
  }));
feed._iom.menu = menuOf(menu);

const made = `${JSON.stringify(feed, null, 2)}\n`;
if (missing.length) {
  console.error(`${target}: ${source} has what the feed has not: ${missing.join(', ')}; add it to the feed.`);
  process.exitCode = 1;
} else if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (made !== text) {
  console.error(`${target} is not what ${source} says: run npm run demo and commit the result.`);
  process.exitCode = 1;
}
