// Released folders on the servers of Debian, with the configuration that npm run release writes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ask, type Running } from './helpers/nginx.js';
import { scratchFolder } from './helpers/publications.js';
import { builtVersion, releaseVersion } from './helpers/releases.js';
import { letRead, servers } from './helpers/servers.js';

const files = { nginx: 'nginx.conf', apache: 'apache.conf', caddy: 'Caddyfile', lighttpd: 'lighttpd.conf' };

describe('what npm run release writes for servers', () => {
  const to = scratchFolder();
  let chunk = '';
  before(() => {
    letRead(to);
    releaseVersion(to, '0.1.0', builtVersion('0.1.0'));
    const { integrity } = JSON.parse(readFileSync(join(to, 'iom-widgets@0.1.0/importmap.json'), 'utf8')) as {
      integrity: Record<string, string>;
    };
    chunk = Object.keys(integrity)
      .find((url) => url.includes('/chunks/core-'))!
      .replace(/^.*\/chunks/, 'chunks');
  });

  for (const { name, option, missing, isSimple, start } of servers) {
    if (!option) continue;
    describe(name, { skip: process.env.CI === 'true' ? undefined : missing }, () => {
      const folder = scratchFolder();
      let server: Running;
      before(async () => {
        letRead(folder);
        server = await start(join(folder, 'server'), readFileSync(join(to, 'servers', files[option]), 'utf8'), to);
      });
      after(() => server?.stop());

      it('keeps versions and chunks for a year, and the rest of a line for a minute; all sites may load them', async () => {
        for (const [path, seconds] of [
          ['iom-widgets@0.1.0/autoload.js', 31_536_000],
          [`iom-widgets@0.1.0/${chunk}`, 31_536_000],
          [`iom-widgets@0.1/${chunk}`, 31_536_000],
          ['iom-widgets@0.1/autoload.js', 60],
          ['iom-widgets@0.1/elements/news-feed.js', 60],
          ['iom-widgets@0.1/embed.html', 60],
        ] as const) {
          const { status, headers } = await ask(server.port, `/${path}`, { origin: 'https://partner.example.org' });
          assert.equal(status, 200, path);
          assert.equal(headers['access-control-allow-origin'], '*', path);
          assert.match(headers['cache-control'] ?? '', RegExp(`max-age=${seconds}(?!\\d)`), path);
          if (!isSimple && seconds > 60) assert.match(headers['cache-control']!, /immutable/, path);
          if (path.endsWith('.js'))
            assert.match(headers['content-type'] ?? '', /^(text|application)\/javascript/, path);
        }
      });

      it('nobody keeps for a year that a file is missing', async () => {
        const { status, headers } = await ask(server.port, '/iom-widgets@0.1/chunks/test-0000000.js');
        assert.equal(status, 404);
        if (!isSimple) assert.doesNotMatch(headers['cache-control'] ?? '', /31536000/);
      });
    });
  }
});
