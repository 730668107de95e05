import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';

const folder = 'integrations/drupal';
const files = readdirSync(folder, { recursive: true }).map((file) => `${folder}/${file.toString()}`);
const noPhp =
  existsSync('/usr/bin/php') || process.env.CI === 'true' ? undefined : 'needs PHP: apt-get install php-cli';

describe('the Drupal module', () => {
  for (const file of files.filter((name) => /\.(php|module)$/.test(name))) {
    it(`${file} is PHP`, { skip: noPhp }, () => {
      assert.match(execFileSync('php', ['-l', file], { encoding: 'utf8' }), /^No syntax errors/);
    });
  }

  for (const file of files.filter((name) => name.endsWith('.yml'))) {
    it(`${file} is YAML`, () => assert.equal(typeof parse(readFileSync(file, 'utf8')), 'object'));
  }

  it('loads the script that the package holds, of this version, as a module', () => {
    const { autoload } = parse(readFileSync(`${folder}/iom_widgets.libraries.yml`, 'utf8')) as {
      autoload: { version: string; js: Record<string, { attributes: { type: string } }> };
    };
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(autoload.version, version);
    const [[path, { attributes }]] = Object.entries(autoload.js);
    assert.ok(existsSync(path), path);
    assert.equal(attributes.type, 'module');
  });

  it('describes each setting of the block that it keeps', () => {
    const schema = parse(readFileSync(`${folder}/config/schema/iom_widgets.schema.yml`, 'utf8')) as Record<
      string,
      { mapping: object }
    >;
    const block = readFileSync(`${folder}/src/Plugin/Block/IomWidget.php`, 'utf8');
    const kept = /defaultConfiguration\(\): array {\s*return \[(.*?)\n {4}\];/s
      .exec(block)?.[1]
      .match(/(?<=^ {6}')\w+/gm);
    assert.deepEqual(kept, Object.keys(schema['block.settings.iom_widget'].mapping));
  });
});
