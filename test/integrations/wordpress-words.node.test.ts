import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { mo } from 'gettext-parser';
import { describeElements } from '../../scripts/wordpress/elements.mjs';
import { collectTexts, locales, problems, readTable } from '../../scripts/wordpress/translations.mjs';

interface Entry {
  name: string;
  icon: string;
  attributes: {
    name: string;
    label: string;
    panel: string;
    control: string;
    choices?: { value: string; label: string }[];
  }[];
}

describe('what the WordPress plugin says', () => {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Parameters<
    typeof describeElements
  >[0];
  const elements = describeElements(manifest) as Entry[];
  const built = 'build/wordpress/iom-widgets';
  before(() => execFileSync(process.execPath, ['scripts/wordpress.mjs']));

  it('is there in every language, with the same placeholders', () => assert.deepEqual(problems(elements), []));

  it('names every attribute of every element in words, in one of four panels', () => {
    assert.equal(elements.length, 10);
    for (const { name, attributes } of elements) {
      for (const { label, panel, control } of attributes) {
        assert.doesNotMatch(label, /`|^[a-z]/, `${name}: ${label}`);
        assert.match(panel, /^(show|look|language|more)$/);
        assert.match(control, /^(toggle|text|number|range|select|checks|pick|tokens)$/);
      }
    }
  });

  it('says which words are missing for a new attribute, and for a new value', () => {
    const withAttribute = (attribute: object) =>
      describeElements({ modules: [{ declarations: [{ tagName: 'iom-about', attributes: [attribute] }] }] });
    assert.throws(() => withAttribute({ name: 'new-one' }), /no words for new-one of <iom-about>/);
    assert.throws(
      () => withAttribute({ name: 'theme', type: { text: "'auto' | 'sepia'" } }),
      /no words for theme="sepia" of <iom-about>/,
    );
  });

  it('has an icon of its own for each block', () =>
    assert.equal(new Set(elements.map(({ icon }) => icon)).size, elements.length));

  it('is in the files that WordPress reads: a catalogue, and one for each script', () => {
    const files = readdirSync(`${built}/languages`);
    const texts = collectTexts(elements) as Map<string, string[]>;
    for (const [index, locale] of locales.entries()) {
      assert.ok(files.includes(`iom-widgets-${locale}.po`));
      const { translations } = mo.parse(readFileSync(`${built}/languages/iom-widgets-${locale}.mo`));
      for (const text of texts.keys()) assert.equal(translations[''][text].msgstr[0], readTable()[text][index]);
      for (const script of ['editor', 'settings', 'shortcodes']) {
        const file = `${built}/languages/iom-widgets-${locale}-iom-widgets-${script}.json`;
        assert.ok(readFileSync(file, 'utf8').includes('"locale_data"'), file);
      }
    }
  });

  const noPhp =
    existsSync('/usr/bin/php') || process.env.CI === 'true' ? undefined : 'needs PHP: apt-get install php-cli';
  it('is PHP that can be read', { skip: noPhp }, () => {
    for (const file of readdirSync(built, { recursive: true }) as string[]) {
      if (file.endsWith('.php')) execFileSync('php', ['-l', `${built}/${file}`]);
    }
  });

  it('works where the server may write no files: it writes none, but in an update of itself', () => {
    for (const file of readdirSync(built, { recursive: true }) as string[]) {
      if (file.endsWith('.php') && file !== 'includes/update.php')
        assert.doesNotMatch(
          readFileSync(`${built}/${file}`, 'utf8'),
          /file_put_contents|fopen|wp_upload|WP_Filesystem|mkdir/,
          file,
        );
    }
  });
});
