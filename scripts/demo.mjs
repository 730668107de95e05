// npm run demo: puts what iom-feed import finds in the release of demo/content/ into the demo's feed, word for word: the
// release, its contact, the mission, the figures, the units and the menu. What the demo says beside it (links, pictures,
// hours, other news) stays. With --check it only says whether the feed is so.
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
for (const { value, kind } of figures) {
  if (!feed._iom.figures.some((figure) => figure.value === value && figure.kind === kind)) missing.push(value);
}
for (const { name } of organization) {
  if (!feed._iom.organization.some((unit) => unit.name === name)) missing.push(`the unit “${name}”`);
}
const entriesIn = (entries = []) => entries.flatMap((entry) => [entry, ...entriesIn(entry.entries)]);
const entries = entriesIn(feed._iom.menu);
for (const entry of entriesIn(menu)) {
  const found = entries.find(({ title }) => title === entry.title);
  take(['summary'], found, entry, `“${entry.title}” in the menu`);
}

const made = `${JSON.stringify(feed, null, 2)}\n`;
if (missing.length) {
  console.error(`${target}: ${source} has what the feed has not: ${missing.join(', ')}; add it to the feed.`);
  process.exitCode = 1;
} else if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (made !== text) {
  console.error(`${target} is not what ${source} says: run npm run demo and commit the result.`);
  process.exitCode = 1;
}
