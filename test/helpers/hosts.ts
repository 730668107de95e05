// Pages of other people that a widget is put into: their CSS, their scripts, their habits.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = '/test/hosts/node_modules';
const debian = { prototype: '/usr/share/javascript/prototype/prototype.js', wordpress: '/usr/share/wordpress' };
const blocks = `${debian.wordpress}/wp-includes/css/dist/block-library/style.css`;
const theme = `${debian.wordpress}/wp-content/themes/twentytwentythree/style.css`;

export interface Host {
  /** Goes on with "a page with". */
  what: string;
  /** What its head holds before the library's script. */
  head?: string;
  /** Attributes of `<html>`. */
  html?: string;
  /** Language of its widgets. */
  lang?: 'fr' | 'ar';
  /** Without it the page is in quirks mode. */
  doctype?: '';
  /** Files outside the repository that it needs, and the package of Debian that brings them. */
  files?: { paths: string[]; from: string };
}

const sheet = (path: string) => `<link rel="stylesheet" href="${packages}/${path}" />`;
const style = (css: string) => `<style>${css}</style>`;
const script = (code: string) => `<script>${code}</script>`;

export const hosts: Host[] = [
  { what: 'Bootstrap 3, whose root is 10 px', head: sheet('bootstrap-3/dist/css/bootstrap.css') },
  { what: 'Bootstrap 5', head: sheet('bootstrap-5/dist/css/bootstrap.css') },
  { what: 'Foundation', head: sheet('foundation-sites/dist/css/foundation.css') },
  { what: 'the preflight of Tailwind', head: sheet('tailwindcss/preflight.css') },
  { what: 'Bulma', head: sheet('bulma/css/bulma.css') },
  { what: 'Pico', head: sheet('@picocss/pico/css/pico.css') },
  { what: 'Materialize', head: sheet('materialize-css/dist/css/materialize.css') },
  { what: 'USWDS', head: sheet('@uswds/uswds/dist/css/uswds.css') },
  {
    what: 'GOV.UK Frontend',
    head: sheet('govuk-frontend/dist/govuk/govuk-frontend.min.css'),
    html: 'class="govuk-template"',
  },
  {
    what: 'the blocks of WordPress and Twenty Twenty-Three',
    head: '<link rel="stylesheet" href="/blocks.css" /><link rel="stylesheet" href="/theme.css" />',
    files: { paths: [blocks, theme], from: 'wordpress-theme-twentytwentythree' },
  },
  {
    // The element itself belongs to the page, whose rules win over `:host`: what is taken from it there only the page can
    // give back. `!important` would win, and no page could hide a widget any more.
    what: '* { all: unset }, and the box of a widget given back',
    head: style(
      '* { all: unset } head, script, style, title { display: none } body, div, section, h1, p, table { display: block } ' +
        '.widget > * { display: block; container-type: inline-size }',
    ),
  },
  { what: 'html { font-size: 62.5% }', head: style('html { font-size: 62.5% } body { font-size: 1.6rem }') },
  { what: '* { box-sizing: border-box }', head: style('*, ::before, ::after { box-sizing: border-box }') },
  { what: '* { box-sizing: content-box }', head: style('* { box-sizing: content-box }') },
  { what: 'img { width: 100% }', head: style('img { width: 100%; height: auto; display: block } svg { width: 100% }') },
  { what: ':not(:defined) { display: none }', head: style(':not(:defined) { display: none }') },
  {
    what: 'text that is set like a poster',
    head: style(
      'body { text-transform: uppercase; letter-spacing: 0.1em; text-align: center; white-space: pre-wrap; line-height: 3; ' +
        'list-style: square inside; text-indent: 3em; word-spacing: 1em; text-shadow: 2px 2px red; ' +
        'text-underline-offset: 1em; font-style: italic; font-variant: small-caps }',
    ),
  },
  { what: 'text from right to left around French widgets', html: 'lang="ar" dir="rtl"' },
  { what: 'text from left to right around Arabic widgets', html: 'lang="en" dir="ltr"', lang: 'ar' },
  { what: 'no doctype', doctype: '' },
  { what: 'jQuery', head: `<script src="${packages}/jquery/dist/jquery.js"></script>` },
  {
    what: 'Prototype.js',
    head: '<script src="/prototype.js"></script>',
    files: { paths: [debian.prototype], from: 'libjs-prototype' },
  },
  {
    what: 'an Array.from that knows no iterators',
    head: script('Array.from = (list, map = (value) => value) => [].slice.call(list).map((value) => map(value));'),
  },
  {
    what: 'a JSON of its own',
    head: script(
      'const { parse, stringify } = JSON; JSON.parse = function (text) { return parse(text) }; ' +
        'JSON.stringify = function (value) { return stringify(value) }; Array.prototype.toJSON = function () { return [...this] };',
    ),
  },
  {
    what: 'analytics around fetch',
    head: script(
      'const before = fetch; fetch = function () { const answer = before.apply(this, arguments); ' +
        'answer.then((each) => each.clone().text()); return answer };',
    ),
  },
];

/** What a site has to serve, by path, for hosts that are no package of npm. */
export const served: [path: string, file: string, type: string][] = [
  ['/blocks.css', blocks, 'text/css'],
  ['/theme.css', theme, 'text/css'],
  ['/prototype.js', debian.prototype, 'text/javascript'],
];

/** Why a host cannot be tested here; false when it can, and where everything has to be there. */
export function missing({ files }: Host): string | false {
  const isHere = !files || files.paths.every((path) => existsSync(path));
  return isHere || process.env.CI === 'true' ? false : `apt-get install ${files.from}`;
}

/** Installs the packages of the hosts, which nobody needs but this test, when they are first asked for. */
export function installHosts() {
  if (existsSync('test/hosts/node_modules')) return;
  execFileSync('npm', ['ci', '--prefix', 'test/hosts', '--ignore-scripts', '--no-audit', '--no-fund']);
}
