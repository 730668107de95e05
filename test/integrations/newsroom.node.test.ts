import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { validateWorkflow } from '@action-validator/core';
import { parse } from 'yaml';
import { inZone } from '../../integrations/newsroom/admin/office.js';
import { feedOf } from '../../integrations/newsroom/admin/preview.js';
import { withOwnAddresses } from '../../integrations/newsroom/scripts/own-cms.mjs';
import { frontMatterField } from '../../src/cli/import/lexicon/front-matter.js';
import { fieldCalled, kindCalled } from '../../src/cli/import/lexicon/headings.js';
import { parseStrict } from '../../src/feed/parse/parse-strict.js';

interface Field {
  name: string;
  label?: string;
  hint?: string;
  widget: string;
  buttons?: string[];
  required?: boolean | string[];
  options?: { label: string; value: string }[] | string;
  fields?: Field[];
}
interface Config {
  output: { omit_empty_optional_fields: boolean };
  i18n: { locales: string[]; initial_locales: string[] };
  collections: { name: string; fields?: Field[]; files?: { name: string; fields: Field[] }[] }[];
}

const folder = 'integrations/newsroom';
const languages = ['fr', 'es', 'en'];
const configOf = (language: string) =>
  JSON.parse(readFileSync(`${folder}/admin/config.${language}.json`, 'utf8')) as Config;
const releasesOf = ({ collections }: Config) => collections[0].fields!;
const filesOf = ({ collections }: Config) => collections[1].files!;

describe('the forms of the newsroom', () => {
  it('are what the schema and the words say', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/newsroom/generate-config.mjs', '--check']);
    assert.deepEqual([status, String(stderr)], [0, '']);
  });

  it('write only what the importer knows', () => {
    const config = configOf('fr');
    for (const { name } of releasesOf(config)) if (name !== 'body') assert.ok(frontMatterField(name), name);
    for (const file of filesOf(config)) {
      const kind = kindCalled(file.name);
      if (kind)
        for (const { name } of file.fields[0].fields!) assert.ok(fieldCalled(name, kind), `${file.name}: ${name}`);
    }
  });

  for (const language of languages) {
    it(`have a name for every field and choice in ${language}`, () => {
      const walk = (fields: Field[]): Field[] => fields.flatMap((field) => [field, ...walk(field.fields ?? [])]);
      const config = configOf(language);
      const all = walk([...releasesOf(config), ...filesOf(config).flatMap(({ fields }) => fields)]);
      for (const { name, label, widget, options } of all) {
        if (widget !== 'hidden') assert.ok(label, name);
        if (Array.isArray(options)) for (const option of options) assert.ok(option.label, `${name}: ${option.value}`);
      }
    });
  }

  it('ask for French alone, and leave out what is empty', () => {
    const config = configOf('en');
    assert.equal(config.output.omit_empty_optional_fields, true);
    assert.deepEqual(config.i18n.initial_locales, ['fr']);
    assert.deepEqual(
      releasesOf(config)
        .filter(({ required }) => required)
        .map(({ name }) => name),
      ['title', 'date', 'body'],
    );
  });
});

/** What part B of ATAG 2.0 asks; docs/newsroom.md has the table. */
describe('the forms of the newsroom lead to accessible texts', () => {
  for (const language of languages) {
    it(`a picture is asked for its description right below it, with a hint, in ${language}`, () => {
      const fields = releasesOf(configOf(language));
      const below = fields[fields.findIndex(({ name }) => name === 'image') + 1];
      assert.equal(below.name, 'alt');
      assert.ok(below.hint, 'says what belongs into it');
      assert.notEqual(below.widget, 'hidden');
    });
  }

  it('a text has headings from level 2 on, lists, quotes and links, and nothing for colours, fonts or layouts', () => {
    for (const { buttons } of releasesOf(configOf('fr')).filter(({ widget }) => widget === 'richtext'))
      assert.deepEqual(
        buttons,
        'bold italic link heading-two heading-three quote bulleted-list numbered-list'.split(' '),
      );
  });

  it('each text is in the form of its language, and says which that is', () => {
    const { i18n } = configOf('fr');
    assert.deepEqual([...i18n.locales].sort(), ['ar', 'en', 'es', 'fr', 'ru', 'zh']);
    const language = releasesOf(configOf('fr')).find(({ name }) => name === 'language') as { default?: string };
    assert.equal(language.default, '{{locale}}');
  });

  it('every row of the table names tests that there are', () => {
    const [, table] = /What \[ATAG 2\.0\][^|]+\n((?:\|.*\n?)+)/.exec(readFileSync('docs/newsroom.md', 'utf8'))!;
    const rows = table.trim().split('\n').slice(2);
    assert.equal(rows.length, 11);
    for (const row of rows) {
      const tests = [...row.matchAll(/`([\w./-]+\.test\.ts)`: “([^”]+)”/g)];
      assert.ok(tests.length, row);
      for (const [, file, title] of tests) assert.ok(readFileSync(file, 'utf8').includes(title), `${file}: ${title}`);
    }
  });
});

describe('a date in the zone of the office', () => {
  for (const [written, zone, expected] of [
    ['2026-11-30T10:00:00+09:00', 'America/Montevideo', '2026-11-29T22:00:00-03:00'],
    ['2026-11-30T13:00:00Z', 'America/Montevideo', '2026-11-30T10:00:00-03:00'],
    ['2026-11-30T10:00', 'Asia/Kathmandu', '2026-11-30T10:00:00+05:45'],
    ['2026-07-01', 'Europe/Paris', '2026-07-01T00:00:00+02:00'],
    ['2026-10-25T01:30', 'Europe/Paris', '2026-10-25T01:30:00+02:00'],
    ['2026-10-25T03:30', 'Europe/Paris', '2026-10-25T03:30:00+01:00'],
    ['2026-11-30T10:00:00.000Z', 'UTC', '2026-11-30T10:00:00+00:00'],
    ['bientôt', 'Europe/Paris', 'bientôt'],
  ] as const) {
    it(`${written} in ${zone} ⇒ ${expected}`, () => assert.equal(inZone(written, zone), expected));
  }
});

describe('the preview of the newsroom', () => {
  const more = {
    language: 'fr',
    toHtml: (text: string) => `<p>${text}</p>`,
    pictureUrl: () => 'https://example.org/a.jpg',
    contacts: [{ id: 'test-person', name: 'Test Person' }],
  };

  it('makes a feed of each form that elements take as it is', () => {
    const forms: [string, object][] = [
      [
        'releases',
        {
          title: 'T',
          body: 'x',
          date: '2026-11-30T10:00:00-03:00',
          image: 'a.jpg',
          alt: 'A',
          tags: ['x'],
          contacts: ['Test Person'],
          attachments: ['../../media/rapport.pdf'],
          corrections: ['2026-12-01 Le nombre de bureaux était faux.'],
          event_start: '2026-12-02T10:00:00-03:00',
          event_place: 'Salle d’essai',
        },
      ],
      [
        'contacts',
        {
          contacts: [
            {
              name: 'Test Person',
              phone: '+598 2 555 01 00',
              languages: ['fr'],
              image: 'a.jpg',
              accounts: ['WhatsApp: https://wa.me/59825550100', 'WhatsApp: ht'],
            },
            { role: 'x' },
          ],
        },
      ],
      ['offices', { offices: [{ name: 'Essai', latitude: -34.9, longitude: -56.1, country: 'UY' }] }],
      ['units', { units: [{ name: 'Direction' }, { name: 'Programmes', parent: 'Direction' }] }],
      ['figures', { figures: [{ label: 'personnes', value: '1200', source: 'Rapport', icon: 'a.svg' }] }],
      ['menu', { menu: [{ title: 'Agir', entries: [{ title: 'Emplois' }] }] }],
      ['mission', { title: 'Qui', text: 'Texte' }],
    ];
    for (const [form, values] of forms) {
      const feed = feedOf(form, values, more);
      assert.ok(parseStrict(feed, 'https://example.org/'), `${form}: ${JSON.stringify(feed)}`);
    }
  });

  it('has the portrait and the accounts of a contact, as far as they are written, and the icon of a figure', () => {
    const partOf = (form: string, values: object) =>
      (feedOf(form, values, more) as unknown as { _iom: Record<string, Record<string, unknown>[]> })._iom[form][0];
    const { image, accounts } = partOf('contacts', {
      contacts: [{ name: 'A', image: 'a.jpg', accounts: ['WhatsApp: https://wa.me/59825550100', 'X', ''] }],
    });
    assert.equal(image, 'https://example.org/a.jpg');
    assert.deepEqual(accounts, [{ title: 'WhatsApp', url: 'https://wa.me/59825550100' }]);
    const { icon } = partOf('figures', { figures: [{ label: 'a', value: '1', icon: 'a.svg' }] });
    assert.equal(icon, 'https://example.org/a.jpg');
  });

  it('is empty as long as nothing is written', () => {
    assert.deepEqual(feedOf('releases', { type: 'press-release' }, more).items, []);
  });
});

describe('the CMS of the newsroom', () => {
  it('asks no other host for what its package has', () => {
    const code =
      '@font-face{src:url(https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2)}; a=`https://unpkg.com/x`';
    assert.equal(
      withOwnAddresses(code, ['noto-mono-latin-400-normal-x.woff2']),
      '@font-face{src:url(sveltia/noto-mono-latin-400-normal-x.woff2)}; a=`${window.ownPackages}x`',
    );
  });

  it('is not built when an address of another host is left', () => {
    assert.throws(
      () => withOwnAddresses('@font-face{src:url(https://fonts.gstatic.com/s/new.woff2)}', []),
      /This version of @sveltia\/cms loads https:\/\/fonts\.gstatic\.com\/s\/new\.woff2: put a copy/,
    );
  });

  it('is of one version, here and in the office', () => {
    const versionIn = (file: string, of: string) =>
      (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>)[of]['@sveltia/cms'];
    assert.equal(versionIn(`${folder}/package.json`, 'dependencies'), versionIn('package.json', 'devDependencies'));
    assert.match(versionIn('package.json', 'devDependencies'), /^\d/);
  });
});

describe('what publishes the newsroom', () => {
  const workflow = parse(readFileSync(`${folder}/.github/workflows/publish.yml`, 'utf8')) as {
    jobs: { publish: { steps: { run?: string; name?: string }[] } };
  };

  it('goes on with warnings, and stops when a feed could not be made', () => {
    const { run } = workflow.jobs.publish.steps.find(({ name }) => name === 'Build')!;
    for (const [code, expected] of [
      [0, 0],
      [1, 0],
      [2, 1],
    ]) {
      const { status } = spawnSync('sh', ['-ec', run!.replace('npm run build', `sh -c 'exit ${code}'`)]);
      assert.equal(status, expected, `exit code ${code}`);
    }
  });

  it('is a workflow as the code host takes it', () => {
    const text = readFileSync(`${folder}/.github/workflows/publish.yml`, 'utf8');
    const { errors } = validateWorkflow(text) as { errors: unknown[] };
    assert.deepEqual(errors, []);
    const wrong = validateWorkflow(text.replace('runs-on', 'runs-onn')) as { errors: unknown[] };
    assert.notDeepEqual(wrong.errors, []);
  });

  it('has lines that a shell understands', () => {
    for (const { run } of workflow.jobs.publish.steps) if (run) execFileSync('sh', ['-nc', run]);
  });

  it('has content in six languages, with the same releases in each', () => {
    const inFrench = readdirSync(`${folder}/content/fr/releases`);
    for (const language of ['en', 'es', 'ar', 'ru', 'zh'])
      assert.deepEqual(readdirSync(`${folder}/content/${language}/releases`), inFrench, language);
  });
});
