import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { placeholderHeights } from '../../src/elements.js';
import { attributes, feedOf } from '../helpers/read-aloud.js';
import { contentShown, elementsShown, json, serveSite, withPage, type Site } from '../helpers/site.js';

const tags = [
  'office-map',
  'news-feed controls="search"',
  'org-chart',
  'sdg-grid',
  'press-contact contact-id="hq-press"',
  'press-release',
];
const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,">
<script type="module" src="/dist/autoload.js"></script>
${tags.map((tag) => `<iom-${tag} loading="eager" src="/demo/feeds/oim.fr.json"></iom-${tag.split(' ')[0]}>`).join('')}`;

/** What the browser tells screen readers: role and name of everything. */
describe('what a screen reader is told', () => {
  let site: Site;
  const nodes: { role: string; name: string; text: string }[] = [];
  before(async () => {
    site = await serveSite({ '/page': page });
    await withPage('chromium', async (tab) => {
      await tab.goto(`${site.origin}page`);
      await contentShown(tab, ...tags.map((tag) => `iom-${tag.split(' ')[0]}`));
      // Rows of offices are drawn, and named, near the window only.
      await tab.waitForFunction(() => {
        const map = document.querySelector('iom-office-map')!;
        map.scrollIntoView();
        const name = map.shadowRoot!.querySelector('.office .name')!;
        return name.checkVisibility({ contentVisibilityAuto: true });
      });
      const session = await tab.createCDPSession();
      const tree = await session.send('Accessibility.getFullAXTree');
      const all = new Map(tree.nodes.map((node) => [node.nodeId, node]));
      const textOf = (id: string): string => {
        const { role, name, childIds = [] } = all.get(id)!;
        return role?.value === 'StaticText' ? String(name?.value) : childIds.map(textOf).join('');
      };
      for (const { nodeId, ignored, role, name } of tree.nodes) {
        if (ignored) continue;
        nodes.push({ role: String(role?.value), name: String(name?.value ?? ''), text: textOf(nodeId) });
      }
    });
  });
  after(() => site.close());

  it('each search of a page has a name of its own', () => {
    assert.deepEqual(
      nodes.filter(({ role }) => role === 'search').map(({ name }) => name),
      ['Chercher un bureau', 'Rechercher', 'Chercher une unité, un responsable, une tâche'],
    );
  });

  it('nothing is a status while it says nothing', () => {
    const texts = nodes.filter(({ role }) => role === 'status').map(({ text }) => text);
    assert.ok(texts.length);
    assert.ok(texts.every((text) => text.trim()));
  });

  it('there is a pause between the name of an office and its kind', () => {
    const names = nodes.map(({ role, name }) => (role === 'button' ? name : ''));
    assert.match(names.find((name) => /OIM Genève.*Siège/.test(name)) ?? '', /^OIM Genève ?, Siège/);
  });

  it('the number of a goal does not run into its name', () => {
    const names = nodes.map(({ name }) => name).filter((name) => name.includes('Inégalités réduites'));
    assert.ok(names.length);
    for (const name of names) assert.doesNotMatch(name, /\d\p{L}|\p{L}\d/u);
  });
});

/** Screen readers call what listens to clicks, and all in it, clickable: only what is clicked may. */
it('nothing but what is for clicking hears clicks in ten elements', async () => {
  const names = Object.keys(placeholderHeights);
  const feed = await feedOf('en');
  const site = await serveSite({
    '/feed.json': (response) => json(response, feed),
    '/page': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,">
<script type="module" src="/dist/autoload.js"></script>
${names.map((name) => `<iom-${name} loading="eager" src="/feed.json" ${attributes[name] ?? ''}></iom-${name}>`).join('')}`,
  });
  await withPage('chromium', async (tab) => {
    await tab.setViewport({ width: 1400, height: 16_000 });
    await tab.goto(`${site.origin}page`);
    await elementsShown(tab);
    // The map is drawn when it is seen.
    await tab.waitForFunction(() => {
      const root = document.querySelector('iom-office-map')!.shadowRoot!;
      root.querySelector('.office .name')?.scrollIntoView();
      return root.querySelector('.land');
    });
    const session = await tab.createCDPSession();
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const all = (node: typeof root): (typeof root)[] => [
      node,
      ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(all),
    ];
    const wrong = new Set<string>();
    let count = 0;
    for (const { backendNodeId, localName, attributes: pairs = [], nodeType } of all(root)) {
      // A shadow root listens without being anything itself.
      if (nodeType !== 1) continue;
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: object.objectId! });
      if (!listeners.some(({ type }) => /^(click|mousedown|mouseup)$/.test(type))) continue;
      count++;
      // A press beside the pins of the map moves it.
      const isMap = pairs.includes('view') && pairs.includes('Map of the offices');
      if (!isMap && !/^(a|button|input|select|summary)$/.test(localName)) wrong.add(`${localName} ${pairs.join(' ')}`);
    }
    assert.ok(count > 20, `${count} listen`);
    assert.deepEqual([...wrong], []);
  });
  await site.close();
});
