import { publicationRules, type Rule } from '../headers.js';
import { accepts, groupsOf, hiddenFiles, isOnlyForSuccess, patternOf, type ConfigWriter } from './server-rules.js';

/** Types of pictures that an Apache of some years may not know. */
const pictureTypes = { avif: 'image/avif', svg: 'image/svg+xml', webp: 'image/webp' };

/**
 * The lines that say the same to Apache 2.4, in a file `.htaccess` as in its own configuration. Paths are told apart by
 * mod_rewrite, as that alone knows them without the folder that the publication is served in.
 */
function directives(rules: Rule[]): string {
  const marks: string[] = [];
  const headers = groupsOf(rules).flatMap(({ paths, headers: named }, index) => {
    const mark = `IOM_FEED_${index}`;
    const isForAll = paths.includes('/*');
    if (!isForAll) marks.push(`RewriteRule ${quoted(patternOf(paths))} - [E=${mark}:1]`);
    return named.map(([name, value]) => {
      const when = isOnlyForSuccess(name) || /^content-type$/i.test(name) ? '' : 'always ';
      return `Header ${when}set ${name} ${quoted(value.replaceAll('%', '%%'))}${isForAll ? '' : ` env=${mark}`}`;
    });
  });
  const compressed = ['br', 'gzip'].flatMap((encoding) => {
    const ending = encoding === 'gzip' ? 'gz' : encoding;
    return [
      `RewriteCond "%{HTTP:Accept-Encoding}" ${quoted(accepts(encoding))}`,
      `RewriteCond "%{REQUEST_FILENAME}.${ending}" -f`,
      `RewriteRule "^(.+\\.(?:json|xml|ics))$" "$1.${ending}" [L]`,
    ];
  });
  return `${Object.entries(pictureTypes)
    .map(([ending, type]) => `AddType ${type} .${ending}\n`)
    .join('')}RemoveLanguage .br
RemoveType .br .gz
AddEncoding br .br
AddEncoding gzip .gz
FileETag MTime Size
<IfModule mod_headers.c>
${headers.join('\n')}
<FilesMatch "\\.(?:json|xml|ics)(?:\\.br|\\.gz)?$">
Header always merge Vary "Accept-Encoding"
</FilesMatch>
</IfModule>
<IfModule mod_rewrite.c>
RewriteEngine On
# Files for servers, and lists of what is in a folder.
RewriteRule "^(?:${hiddenFiles.map((file) => file.replace('.', '\\.')).join('|')}|(?:.*/)?)$" - [R=404,L]
${marks.join('\n')}
# Files that are compressed already.
${compressed.join('\n')}
</IfModule>
`;
}

/** The file `.htaccess` of a publication. */
export const htaccessFile = (): string =>
  `# For Apache, where AllowOverride has FileInfo, with mod_headers and mod_rewrite. Faster: iom-feed publish --out DIR --apache
${directives(publicationRules)}`;

/** Configuration for Apache 2.4, to be included in a `<VirtualHost>`. */
export const apacheConfig: ConfigWriter = (
  rules,
  root,
) => `# Made by iom-feed from the file _headers. Include it in a <VirtualHost> of its own; it needs no change when a feed is
# published. It needs two modules: a2enmod headers rewrite
DocumentRoot ${quoted(root)}
<Directory ${quoted(root)}>
Options FollowSymLinks
AllowOverride None
Require all granted
${directives(rules)}</Directory>
`;

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
