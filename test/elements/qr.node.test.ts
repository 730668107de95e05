// What zbar, which reads the codes on Linux, reads of the QR code of a contact: apt-get install zbar-tools. Where it is
// missing, the test says so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { drawCode } from '../../src/elements/press-contact/qr.js';
import { toVCard } from '../../src/elements/press-contact/vcard.js';
import type { ParsedContact } from '../../src/feed/parts/contacts.js';
import { scratchFolder } from '../helpers/publications.js';

const missing = existsSync('/usr/bin/zbarimg') ? undefined : 'needs zbar: apt-get install zbar-tools';

/** Words in each script; some of them were read as others. */
const names: Record<string, string[]> = {
  English: ['Test Desk'],
  French: ['Chargée de presse – Bureau d’Exemple', 'Bureau de Forêt-Noël'],
  Spanish: ['Señor Ejemplo Núñez', 'Oficina de Muñón'],
  Russian: ['Пресс-служба Пример', 'Ёлка Щука'],
  Arabic: ['مكتب الصحافة', 'مثال تجربة', 'شخص للاختبار'],
  Chinese: ['新闻办公室', '测试 示例'],
  Vietnamese: ['Văn phòng báo chí', 'Người thử nghiệm'],
  Turkish: ['Basın Bürosu', 'Örnek Şahıs'],
  Ukrainian: ['Прес-служба Їжак'],
  Greek: ['Γραφείο Τύπου', 'Δοκιμή'],
  Hebrew: ['משרד העיתונות'],
  Hindi: ['प्रेस कार्यालय'],
  Thai: ['สำนักงานข่าว'],
  Amharic: ['የፕሬስ ቢሮ'],
  Georgian: ['პრესსამსახური'],
  Armenian: ['Մամուլի գրասենյակ'],
  Japanese: ['プレス担当'],
  Korean: ['언론 담당'],
};

describe('the QR code of a contact', { skip: process.env.CI === 'true' ? undefined : missing }, () => {
  const file = join(scratchFolder(), 'code.png');

  async function read(contact: ParsedContact): Promise<string> {
    const { size, path } = drawCode(contact)!;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 6}" height="${size * 6}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
    await sharp(Buffer.from(svg)).png().toFile(file);
    const args = ['--quiet', '--nodbus', '--raw', '-Sdisable', '-Sqr.enable', file];
    return execFileSync('zbarimg', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  for (const [language, all] of Object.entries(names)) {
    it(`is read as it was written in ${language}`, async () => {
      for (const name of all) {
        for (const office of [undefined, 'OIM', name]) {
          const contact = { id: 'a', name, office, phones: [{ number: '+59829168043' }], email: 'desk@example.int' };
          const text = await read(contact);
          // But for a line that no address book shows.
          assert.equal(text.replace(/PRODID:.*\r\n/, '').trimEnd(), toVCard({ ...contact, id: '' }).trimEnd());
        }
      }
    });
  }
});
