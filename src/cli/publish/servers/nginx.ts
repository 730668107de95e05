import { CommandError } from '../../command.js';
import { headersFor, type Rule } from '../headers.js';
import { accepts, escape, hiddenFiles, isContentType, isOnlyForSuccess, type ConfigWriter } from './server-rules.js';

/**
 * Configuration for nginx, to be included in a `server` block. It needs no module: Debian's nginx has none for brotli, and
 * would not start with `brotli_static`.
 *
 * @throws {CommandError} For what nginx can't have in a text.
 */
export const nginxConfig: ConfigWriter = (rules, root, prefix = '') => {
  // Several publications may be included in one server.
  const name = `$iom${prefix.replace(/\W+/g, '_')}`;
  const path = prefix ? `${name}_path` : '$uri';
  const directives = (headers: Rule['headers']) => {
    const type = headers.find(isContentType);
    const lines = headers
      .filter((header) => header !== type)
      .map(([name, value]) => `add_header ${name} ${quoted(value)}${isOnlyForSuccess(name) ? '' : ' always'};`);
    if (!type) return [`try_files ${path} =404;`, ...lines];
    return [
      ...['types { }', `default_type ${quoted(type[1])};`, 'gzip off;'],
      `try_files ${path}${name}_ending ${path} =404;`,
      ...lines,
      'add_header Vary "Accept-Encoding" always;',
      `add_header Content-Encoding ${name}_encoding;`,
    ];
  };
  const locations = rules
    .filter((rule) => rule.path !== '/*')
    .flatMap((rule) => {
      const place = rule.path.endsWith('*') ? prefix + rule.path.slice(0, -1) : `= ${prefix}${rule.path}`;
      return block(`location ${quotedPlace(place)}`, directives(headersFor(rule.path, rules)));
    });
  const lines = [
    // A numbered group would be the path with codes for its letters, and no file has that name.
    ...(prefix ? [`if ($uri ~ "^${quotedText(escape(prefix))}(?<${path.slice(1)}>/.*)$") {`, '}'] : []),
    '# Files that are compressed already: with brotli for those who read it, else with gzip.',
    ...[`set ${name}_ending "";`, `set ${name}_encoding "";`],
    ...block(`if ($http_accept_encoding ~ "${quotedText(accepts('br'))}")`, [
      `set ${name}_ending ".br";`,
      `set ${name}_encoding "br";`,
    ]),
    ...block(`if (!-f ${quoted(root, `${path}${name}_ending`)})`, [
      `set ${name}_ending "";`,
      `set ${name}_encoding "";`,
    ]),
    ...block(`location ${quotedPlace(`${prefix}/`)}`, [
      `root ${quoted(root)};`,
      'gzip_static on;',
      '# Looks for a file once a second, not for each reader: within a second, a publication is there for all.',
      'open_file_cache max=10000 inactive=60s;',
      'open_file_cache_valid 1s;',
      ...directives(headersFor('/*', rules)),
      ...hiddenFiles.flatMap((file) => block(`location = ${quotedPlace(`${prefix}/${file}`)}`, ['return 404;'])),
      ...locations,
    ]),
  ];
  return `# Made by iom-feed from the file _headers. Include it in a server block; it needs no change when a feed is published.
${lines.join('\n')}
`;
};

const block = (name: string, lines: string[]) => [`${name} {`, ...lines.map((line) => `  ${line}`), '}'];

const quotedText = (text: string) => text.replace(/["\\]/g, '\\$&');

/** @param variables What follows the text, and stands for something else. */
function quoted(text: string, variables = ''): string {
  if (/[$\n]/.test(text))
    throw new CommandError(`nginx does not allow $ or a line break in ${JSON.stringify(text)}; rename it`);
  return `"${quotedText(text)}${variables}"`;
}

/** The path of a location, behind the sign for an exact match. */
const quotedPlace = (place: string) => place.replace(/\/.*/, (path) => quoted(path));
