import { CommandError } from '../../command.js';
import { headersFor } from '../headers.js';
import { accepts, hiddenFiles, isContentType, isOnlyForSuccess, type ConfigWriter } from './server-rules.js';

/**
 * Configuration for nginx, to be included in a `server` block. It needs no module: Debian's nginx has none for brotli, and
 * would not start with `brotli_static`.
 *
 * @throws {CommandError} For what nginx can't have in a text.
 */
export const nginxConfig: ConfigWriter = (rules, root) => {
  const locations = rules.map(({ path }) => {
    const headers = headersFor(path, rules);
    const type = headers.find(isContentType);
    const lines = headers
      .filter((header) => header !== type)
      .map(([name, value]) => `add_header ${name} ${quoted(value)}${isOnlyForSuccess(name) ? '' : ' always'};`);
    if (type) {
      lines.unshift(
        'types { }',
        `default_type ${quoted(type[1])};`,
        'try_files $uri$iom_ending $uri =404;',
        'gzip off;',
      );
      lines.push('add_header Vary "Accept-Encoding" always;', 'add_header Content-Encoding $iom_encoding;');
    }
    const place = path.endsWith('*') ? path.slice(0, -1) : `= ${path}`;
    return `location ${place} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  });
  return `# Made by iom-feed from the file _headers. Include it in a server block of its own; it needs no change when a feed is
# published.
root ${quoted(root)};
# Files that are compressed already: with brotli for those who read it, else with gzip.
set $iom_ending "";
set $iom_encoding "";
if ($http_accept_encoding ~ ${quotedPattern(accepts('br'))}) {
  set $iom_ending ".br";
  set $iom_encoding "br";
}
if (!-f $request_filename$iom_ending) {
  set $iom_ending "";
  set $iom_encoding "";
}
gzip_static on;
# Looks for a file once a second, not for each reader: within a second, a publication is there for all.
open_file_cache max=10000 inactive=60s;
open_file_cache_valid 1s;
${hiddenFiles.map((file) => `location = /${file} {\n  return 404;\n}\n`).join('')}${locations.join('')}`;
};

const quotedPattern = (pattern: string) => `"${pattern.replace(/["\\]/g, '\\$&')}"`;

function quoted(text: string): string {
  if (/[$\n]/.test(text))
    throw new CommandError(`nginx does not allow $ or a line break in ${JSON.stringify(text)}; rename it`);
  return quotedPattern(text);
}
