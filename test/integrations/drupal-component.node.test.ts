import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { placeholderHeights } from '../../src/elements.js';

const folder = 'integrations/drupal/components/widget';
const names = Object.keys(placeholderHeights).sort();
const noTwig =
  existsSync('/usr/share/php/Twig/autoload.php') || process.env.CI === 'true'
    ? undefined
    : 'needs Twig: apt-get install php-cli php-twig';

interface Component {
  props: { required: string[]; properties: Record<string, { type: string; enum?: string[] }> };
  libraryOverrides: { dependencies: string[] };
}
const { props, libraryOverrides } = parse(readFileSync(`${folder}/widget.component.yml`, 'utf8')) as Component;

describe('the single-directory component of the Drupal module', () => {
  it('describes every element, and loads the library', () => {
    assert.deepEqual(props.properties.element.enum?.toSorted(), names);
    assert.deepEqual(libraryOverrides.dependencies, ['iom_widgets/autoload']);
    for (const name of props.required) assert.ok(props.properties[name], name);
  });

  describe('writes', { skip: noTwig }, () => {
    const news = {
      element: 'news-feed',
      src: '/feeds/{lang}.json',
      link_url: 'https://example.org/',
      link_text: 'News',
    };
    const render = (...variables: object[]) => {
      const input = JSON.stringify(variables.map((more) => ({ ...news, ...more })));
      const printed = execFileSync('php', ['test/integrations/drupal/component.php', `${folder}/widget.twig`], {
        input,
      });
      return JSON.parse(printed.toString()) as string[];
    };

    it('each element with a link inside', () => {
      const written = render(...names.map((element) => ({ element })));
      assert.deepEqual(
        written,
        names.map(
          (name) => `<iom-${name} src="/feeds/{lang}.json"><a href="https://example.org/">News</a></iom-${name}>`,
        ),
      );
    });

    it('a second link, to the page of text, as the block writes it', () => {
      const [written, named, bad] = render(
        { text_url: '/feeds/text/index.html' },
        { text_url: '/feeds/text/index.html', text_label: 'Version <texte>' },
        { text_url: 'javascript:x()' },
      );
      assert.match(written, /News<\/a> <a href="\/feeds\/text\/index\.html">Text version<\/a><\/iom-news-feed>$/);
      assert.match(named, /<a href="\/feeds\/text\/index\.html">Version &lt;texte&gt;<\/a>/);
      assert.doesNotMatch(bad, /javascript/);
    });

    it('its settings, of switches those that are on', () => {
      const [written] = render({ settings: { limit: 3, more: true, hide: false, search: 'a "b" & <c>', lang: null } });
      assert.match(written, /^<iom-news-feed src="[^"]+" limit="3" more search="a &quot;b&quot; &amp; &lt;c&gt;"><a/);
    });

    it('nothing that runs, and no address but of the web and of this site', () => {
      const settings = { onclick: 'x()', style: 'x', src: '/own.json', 'a b': 'x', 'x><script>': 'x' };
      const addresses = ['javascript:x()', 'data:,{}', '//example.org/', '/\\example.org', 'feed.json'];
      const [attributes, script, ...rest] = render(
        { settings },
        { element: 'script' },
        ...addresses.map((src) => ({ src })),
        ...addresses.map((url) => ({ link_url: url })),
      );
      assert.equal(
        attributes,
        '<iom-news-feed src="/feeds/{lang}.json"><a href="https://example.org/">News</a></iom-news-feed>',
      );
      assert.equal(script, '');
      assert.deepEqual(rest, [
        ...addresses.map(() => ''),
        ...addresses.map(() => '<iom-news-feed src="/feeds/{lang}.json"></iom-news-feed>'),
      ]);
    });
  });
});
