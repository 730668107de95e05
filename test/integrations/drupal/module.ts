// The Drupal module as its zip file has it, and what it does between small stand-ins for Drupal.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

// Each test file has one of its own: they run side by side.
const folder = mkdtempSync(join(tmpdir(), 'drupal-module-'));
execFileSync(process.execPath, ['scripts/drupal.mjs', '--out', folder]);
after(() => rmSync(folder, { recursive: true }));

export const module = `${folder}/drupal/iom_widgets`;

/** Why there is no PHP; undefined where there is. */
export const noPhp =
  existsSync('/usr/bin/php') || process.env.CI === 'true' ? undefined : 'needs PHP: apt-get install php-cli';

/** A page that is asked for: see build.php. */
export interface Page {
  configuration: object;
  /** What stands at an address, or the status of its answer; 0 for none. */
  answers: Record<string, string | number | { status?: number; body?: string; headers?: Record<string, string> }>;
  /** Seconds. */
  time?: number;
  language?: string;
  /** How many blocks of ours stand on it. */
  blocks?: number;
  /** Languages of the site. */
  languages?: string[];
  /** `src`, `link_url` and `link_text` of the site. */
  settings?: Record<string, string>;
  /** Whether its forms are filled in, and with what: those of the block and of the settings alike. */
  forms?: boolean;
  typed?: Record<string, unknown>;
  /** Where in the feed of the site, and what is typed in a field that offers it. */
  suggest?: [from: string, typed: string][];
}

/** A field of a form. */
export interface Field {
  '#type': string;
  '#title': string;
  '#options'?: Record<string, string>;
  '#default_value'?: string | number | boolean | string[];
  '#required'?: boolean;
  '#description'?: string;
  '#autocomplete_route_name'?: string;
  '#autocomplete_route_parameters'?: { from: string };
}

/** What a page has built and asked. */
export interface Seen {
  built: {
    element: {
      '#tag': string;
      '#attributes': Record<string, string>;
      fallback?: { '#attributes': { href: string }; '#value': string };
      text?: { '#attributes': { href: string }; '#value': string };
    };
    '#cache'?: { contexts: string[]; tags: string[]; 'max-age': number };
  };
  asked: string[];
  /** For each of `suggest`. */
  suggested: { value: string; label: string }[][];
  fields: {
    block: Record<string, Field> & { options: Record<string, Record<string, Field>> };
    settings: Record<string, Field> & { actions: Record<string, Field> };
  };
  /** Words by field. */
  errors: Record<string, string>;
  messages: string[];
  stored: { element: string; src: string; fallback_url: string; attributes: Record<string, string> };
  settings: Record<string, string>;
}

/** Asks for pages of one site, one after the other. */
export function build(...pages: Page[]): Seen[] {
  const printed = execFileSync('php', ['test/integrations/drupal/build.php', module], { input: JSON.stringify(pages) });
  return JSON.parse(printed.toString()) as Seen[];
}
