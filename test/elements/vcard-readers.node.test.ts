// What address books of Debian read of a contact card: apt-get install python3-vobject khard. Where one is missing, its
// test says so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { toVCard } from '../../src/elements/press-contact/vcard.js';
import type { ParsedContact } from '../../src/feed/parts/contacts.js';
import { scratchFolder } from '../helpers/publications.js';

const contact: ParsedContact = {
  id: 'test desk',
  name: 'Prénom Test; Exemple, 测试',
  role: 'Chargée de presse',
  office: 'OIM Exemple',
  phones: [{ number: '+59829168043' }, { number: '+59899000000', kind: 'mobile' }, { text: 'on request' }],
  email: 'desk@example.int',
  url: 'https://www.example.org/a,b;c',
  languages: ['es', 'fr'],
  time_zone: 'America/Montevideo',
  topics: ['Data, figures', 'Law'],
};
const card = toVCard(contact, 'https://www.example.org/fr/');

const without = (path: string, packages: string) =>
  process.env.CI !== 'true' && !existsSync(path)
    ? `needs Debian’s ${packages}: apt-get install ${packages}`
    : undefined;
const run = (command: string, args: string[], input = '') => execFileSync(command, args, { encoding: 'utf8', input });

describe('a contact card is read with all that is in it by', () => {
  it('vobject', { skip: without('/usr/lib/python3/dist-packages/vobject', 'python3-vobject') }, () => {
    const script = `
import json, sys, vobject
card = vobject.readOne(sys.stdin.buffer.read().decode())
print(json.dumps({name: [line.value if isinstance(line.value, (str, list)) else str(line.value) for line in lines]
  for name, lines in card.contents.items()}))`;
    const read = JSON.parse(run('/usr/bin/python3', ['-c', script], card)) as Record<string, unknown>;
    const { fn, org, title, tel, email, url, lang, tz, categories, note, uid } = read;
    assert.deepEqual(
      { fn, org, title, tel, email, url, lang, tz, categories, note, uid },
      {
        fn: [contact.name],
        org: [[contact.office]],
        title: [contact.role],
        tel: ['+59829168043', '+59899000000'],
        email: [contact.email],
        url: ['https://www.example.org/a%2Cb%3Bc'],
        lang: ['es', 'fr'],
        tz: ['America/Montevideo'],
        categories: [contact.topics],
        note: ['on request'],
        uid: ['https://www.example.org/fr/#test%20desk'],
      },
    );
  });

  it('khard, which passes over cards without a UID', { skip: without('/usr/bin/khard', 'khard') }, () => {
    const folder = scratchFolder();
    const book = join(folder, 'book');
    mkdirSync(book);
    writeFileSync(join(book, 'card.vcf'), card);
    const config = join(folder, 'khard.conf');
    writeFileSync(config, `[addressbooks]\n[[book]]\npath = ${book}\n`);
    const shown = run('khard', ['-c', config, 'show', 'uid:https://www.example.org/fr/#test%20desk']);
    for (const text of [
      contact.name,
      'OIM Exemple',
      'Chargée de presse',
      '+59829168043',
      '+59899000000',
      'desk@example.int',
      'https://www.example.org/a%2Cb%3Bc',
      'Law',
      'on request',
    ]) {
      assert.ok(shown.includes(text), `${text}\n${shown}`);
    }
  });
});
