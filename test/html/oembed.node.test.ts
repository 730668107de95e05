import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oembedFiles, sandbox } from '../../src/html/oembed.js';

const template = `<!doctype html>
<html lang="en">
  <head>
    <title>Test
      template</title>
  </head>
  <body><p>One</p>
  <p>Two</p></body>
</html>`;
const embedding = {
  base: 'https://cdn.example.org/iom-widgets@1/',
  name: 'press-fr',
  element: 'news-feed',
  attributes: { src: 'https://feeds.example.org/oim.{lang}.json?a=1&b="2"', limit: '5' },
  lang: 'fr-CH',
  title: 'Actualités & <titre>',
  link: 'https://www.example.org/fr?a=1&b=2',
  width: 600,
  height: 400,
};
const files = oembedFiles(embedding, template);
const title = 'Actualités &amp; &lt;titre&gt;';
const html =
  `<blockquote class="wp-embedded-content"><a href="https://www.example.org/fr?a=1&amp;b=2">${title}</a></blockquote>` +
  `<iframe class="wp-embedded-content iom-frame" sandbox="${sandbox}" src="https://cdn.example.org/iom-widgets@1/press-fr.html" ` +
  `title="${title}" width="600" height="400" frameborder="0" scrolling="no"></iframe>`;

describe('an embedding with a page of its own', () => {
  it('is three files', () => assert.deepEqual(Object.keys(files), ['press-fr.html', 'press-fr.json', 'press-fr.xml']));

  it('its page is the template with the element in it, in its language, and says where the answers are', () =>
    assert.equal(
      files['press-fr.html'],
      `<!doctype html>
<html lang="fr-CH">
  <head>
    <title>${title}</title>
    <link rel="alternate" type="application/json+oembed" href="https://cdn.example.org/iom-widgets@1/press-fr.json" title="${title}" />
    <link rel="alternate" type="text/xml+oembed" href="https://cdn.example.org/iom-widgets@1/press-fr.xml" title="${title}" />
  </head>
  <body><iom-news-feed src="https://feeds.example.org/oim.{lang}.json?a=1&amp;b=&quot;2&quot;" limit="5" loading="eager"><a href="https://www.example.org/fr?a=1&amp;b=2">${title}</a></iom-news-feed></body>
</html>`,
    ));

  it('its answer in JSON says what an editor puts into a page', () => {
    assert.ok(files['press-fr.json'].endsWith('}\n'));
    assert.deepEqual(JSON.parse(files['press-fr.json']), {
      version: '1.0',
      type: 'rich',
      title: 'Actualités & <titre>',
      width: 600,
      height: 400,
      cache_age: 3600,
      provider_name: 'cdn.example.org',
      provider_url: 'https://cdn.example.org',
      html,
    });
  });

  it('its answer in XML says the same', () => {
    const escaped = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.equal(
      files['press-fr.xml'],
      `<?xml version="1.0" encoding="utf-8"?>
<oembed>
  <version>1.0</version>
  <type>rich</type>
  <title>${title}</title>
  <width>600</width>
  <height>400</height>
  <cache_age>3600</cache_age>
  <provider_name>cdn.example.org</provider_name>
  <provider_url>https://cdn.example.org</provider_url>
  <html>${escaped}</html>
</oembed>
`,
    );
  });

  it('its frame may run scripts, save files and lead away, and is not the page around it', () => {
    const allowed = sandbox.split(' ');
    assert.ok(allowed.includes('allow-scripts') && allowed.includes('allow-popups'));
    assert.ok(!allowed.includes('allow-same-origin') && !allowed.includes('allow-top-navigation'));
  });
});
