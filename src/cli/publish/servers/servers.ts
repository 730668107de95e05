import { apacheConfig } from './apache.js';
import { caddyConfig } from './caddy.js';
import { lighttpdConfig } from './lighttpd.js';
import { nginxConfig } from './nginx.js';
import type { ConfigWriter } from './server-rules.js';

/** The servers that a publication can be configured for, by the option that prints the configuration. */
export const servers = {
  nginx: { title: 'nginx', write: nginxConfig },
  apache: { title: 'Apache', write: apacheConfig },
  caddy: { title: 'Caddy', write: caddyConfig },
  lighttpd: { title: 'lighttpd', write: lighttpdConfig },
} satisfies Record<string, { title: string; write: ConfigWriter }>;

export type ServerName = keyof typeof servers;
export const serverNames = Object.keys(servers) as ServerName[];
