// Headers for released folders, for four servers: a full version never changes, nor does a chunk, which has a hash in its
// name; what else is in a line is asked for again after a minute, so that a version that is called back is gone by then.
const forever = 'public, max-age=31536000, immutable';
const minute = 'public, max-age=60';
const all = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};
const ours = '^/iom-widgets@[0-9.]+/';
const fixed = '^/iom-widgets@([0-9]+\\.[0-9]+\\.[0-9]+/|[0-9.]+/chunks/)';

const headersAs = (line) => Object.entries(all).map(line);
const note = '# Made by npm run release. It needs no change for the next one.';

/**
 * @param {string} root Absolute path of the folder with the versions.
 * @returns {Record<string, string>} Configurations by the name of a file.
 */
export const serverConfigs = (root) => ({
  'nginx.conf': `${note}
# Include it in a server block. A quoted pattern may hold what it likes.
${[
  [fixed, forever],
  [ours, minute],
]
  .map(
    ([pattern, cache]) => `location ~ "${pattern}" {
  root "${root}";
  gzip on;
  gzip_vary on;
  gzip_types application/javascript text/javascript application/json;
${headersAs(([name, value]) => `  add_header ${name} "${value}" always;`).join('\n')}
  add_header Cache-Control "${cache}";
}
`,
  )
  .join('')}`,
  'apache.conf': `${note}
# Include it in a <VirtualHost>, after a2enmod headers. Compressed where there is mod_deflate.
DocumentRoot "${root}"
<Directory "${root}">
Options None
AllowOverride None
Require all granted
</Directory>
AddType text/javascript .js
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE text/javascript application/javascript application/json text/html
</IfModule>
<LocationMatch "${ours}">
${headersAs(([name, value]) => `Header always set ${name} "${value}"`).join('\n')}
Header set Cache-Control "${minute}"
</LocationMatch>
<LocationMatch "${fixed}">
Header set Cache-Control "${forever}"
</LocationMatch>
`,
  Caddyfile: `${note}
# Import it into a site block.
root * "${root}"
encode gzip
@iom_all path_regexp ${ours}
header @iom_all {
${headersAs(([name, value]) => `  ${name} "${value}"`).join('\n')}
}
@iom_line {
  path_regexp ${ours}
  not path_regexp ${fixed}
  file
}
header @iom_line Cache-Control "${minute}"
@iom_fixed {
  path_regexp ${fixed}
  file
}
header @iom_fixed Cache-Control "${forever}"
file_server
`,
  'lighttpd.conf': `${note}
# Include it in the configuration. A missing file has the headers of a line, too: it is asked for again after a minute.
server.modules += ( "mod_expire", "mod_setenv" )
server.document-root := "${root}"
mimetype.assign += ( ".js" => "text/javascript" )
$HTTP["url"] =~ "${ours}" {
  setenv.set-response-header = (
${headersAs(([name, value]) => `    "${name}" => "${value}"`).join(',\n')}
  )
  $HTTP["url"] =~ "${fixed}" {
    expire.url = ( "" => "access plus 31536000 seconds" )
  } else {
    expire.url = ( "" => "access plus 60 seconds" )
  }
}
`,
});
