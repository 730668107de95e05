import { groupsOf, hiddenFiles, patternOf, type ConfigWriter } from './server-rules.js';

/** As lighttpd has them by the ending of a file: it compresses before it gets to know ours. */
const compressedTypes = ['application/json', 'application/xml', 'text/xml', 'text/calendar'];

/**
 * Configuration for lighttpd 1.4.56 or newer, to be included in its own. lighttpd can't send files that are compressed
 * already, but compresses them itself where it has the module.
 */
export const lighttpdConfig: ConfigWriter = (rules, root) => {
  // Where several conditions hold, the last list counts alone.
  const conditions = groupsOf(rules, true).map(({ paths, headers, compressed }) => {
    // Its headers are those of errors, too: for a year, nobody would ask again for a picture that was missing.
    const seconds = headers.map(([, value]) => /max-age=(\d+), immutable/.exec(value)?.[1]).find(Boolean);
    const list = headers.filter(([, value]) => !seconds || !value.includes('immutable'));
    if (compressed) list.push(['Vary', 'Accept-Encoding']);
    return `$HTTP["url"] =~ ${quoted(patternOf(paths))} {
  setenv.set-response-header = (
${list.map(([name, value]) => `    ${quoted(name)} => ${quoted(value)}`).join(',\n')}
  )
${seconds ? `  expire.url = ( "" => "access plus ${seconds} seconds" )\n` : ''}}
`;
  });
  return `# Made by iom-feed from the file _headers. Include it in the configuration; it needs no change when a feed is published.
# Where there are other sites: all that follows the modules inside of $HTTP["host"] == "feeds.example.org" { … }
# Debian has mod_deflate in lighttpd-mod-deflate; without it, nothing is compressed.
include_shell "for path in /usr/lib*/lighttpd /usr/lib*/*/lighttpd; do test -e $path/mod_deflate.so && echo 'server.modules += ( \\"mod_deflate\\" )' && break; done; true"
server.modules += ( "mod_access", "mod_expire", "mod_setenv" )
server.document-root := ${quoted(root)}
deflate.mimetypes := ( ${compressedTypes.map(quoted).join(', ')} )
deflate.allowed-encodings := ( "br", "gzip" )
${conditions.join('')}$HTTP["url"] =~ "^/(?:${hiddenFiles.map((file) => file.replace('.', '\\.')).join('|')})$" {
  url.access-deny = ( "" )
}
`;
};

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
