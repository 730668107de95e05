import { groupsOf, hiddenFiles, type ConfigWriter } from './server-rules.js';

/** Configuration for Caddy 2, to be imported into a site block. */
export const caddyConfig: ConfigWriter = (rules, root) => {
  const lines = groupsOf(rules).flatMap(({ paths, headers, compressed }, index) => {
    const named = headers.map(([name, value]) => `${name} ${quoted(value)}`);
    if (paths.includes('/*')) return ['header {', ...named.map((line) => `  ${line}`), '}'];
    const mark = `@iom_feed_${index}`;
    return [
      // Only of files that are there: an error is not to be kept as long as a feed.
      `${mark} {`,
      `  path ${paths.map(quoted).join(' ')}`,
      '  file',
      '}',
      `header ${mark} {`,
      ...named.map((line) => `  ${line}`),
      ...(compressed ? ['  ?Vary "Accept-Encoding"'] : []),
      '}',
    ];
  });
  return `# Made by iom-feed from the file _headers. Import it into a site block of its own; it needs no change when a feed is
# published.
root * ${quoted(root)}
${lines.join('\n')}
file_server {
  hide ${hiddenFiles.join(' ')}
  precompressed br gzip
}
`;
};

/** A brace would begin a placeholder. */
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replace(/[{}]/g, '\\$&')}"`;
