import library from '../../../package.json' with { type: 'json' };
import { excerpt } from '../diagnostics.js';
import { checkAddress } from './check-address.js';
import type { Widget } from './check-element.js';
import { elements } from './elements.js';
import { attributeOf, placeOf, startOf, type Element, type PageText, type Report } from './page-text.js';
import { nearest } from './suggest.js';

/** Scripts of the library that register elements; `embed-host.js` is for frames. */
const script = /(?:^|\/)(autoload|iom-widgets|embed-host|elements\/([\w-]+))\.js(?:[?#]|$)/;
/** The version in the address of a script. */
const versioned = /iom-widgets@([^/]*)\//;

/** Versions that promise the same: the major one, before 1.0 the minor one (https://semver.org, 4). */
const lineOf = (version: string) => /^0\.\d+|^\d+/.exec(version)?.[0] ?? version;
const supported = lineOf(library.version);

/** Whether a `type` lets a script run. */
const runs = /^(?:module|text\/javascript|application\/javascript|)$/i;

/** What a page loads of the library. */
export interface Scripts {
  /** Registers whatever element there is. */
  registering: Element[];
  /** Resizes frames. */
  forFrames: Element[];
}

/** Looks at the scripts of a page. */
export function checkScripts({ elements: all, isWhole, report }: PageText, widgets: readonly Widget[]): Scripts {
  const scripts: Scripts = { registering: [], forFrames: [] };
  const single = new Set<string>();
  let hasOthers = false;
  for (const element of all.filter(({ tagName }) => tagName === 'script')) {
    const src = attributeOf(element, 'src');
    const [, name, alone] = script.exec(src ?? '') ?? [];
    const isOurs = !!src && !!name && (!alone || /iom/.test(src) || elements.has(`iom-${alone}`));
    if (!isOurs) {
      hasOthers ||= attributeOf(element, 'type') === 'module';
      checkMisspelled(element, src, report);
      continue;
    }
    checkScript(element, src, alone, report);
    if (name === 'embed-host') scripts.forFrames.push(element);
    else if (!alone) scripts.registering.push(element);
    else if (single.has(alone)) tellTwice(element, report);
    else single.add(alone);
  }
  scripts.registering.slice(1).forEach((element) => tellTwice(element, report));
  if (scripts.registering.length || !isWhole) return scripts;
  for (const { element, tag } of widgets) {
    if (single.has(tag.slice(4))) continue;
    if (hasOthers) {
      const what = `nothing registers <${tag}> that can be seen`;
      report(startOf(element), 'script', 'hint', what, 'nothing to do if one of the scripts of the page imports it');
    } else {
      const fix = `add <script type="module" src="…/iom-widgets@${supported}/autoload.js"></script>`;
      report(startOf(element), 'script', 'error', `there is no script for <${tag}>`, fix);
    }
    break;
  }
  return scripts;
}

function tellTwice(element: Element, report: Report): void {
  report(startOf(element), 'script', 'error', 'the script is there twice', 'keep the first one');
}

function checkScript(element: Element, src: string, alone: string | undefined, report: Report): void {
  const at = placeOf(element, 'src');
  checkAddress(src, 'src', at, report);
  checkVersion(src, at, report);
  const type = attributeOf(element, 'type') ?? '';
  if (!runs.test(type.trim()))
    report(placeOf(element, 'type'), 'script', 'error', `type ${excerpt(type)} doesn’t run`, 'write type="module"');
  if (attributeOf(element, 'nomodule') !== undefined) {
    report(placeOf(element, 'nomodule'), 'script', 'error', 'with nomodule no browser runs it', 'remove nomodule');
  }
  if (alone && !elements.has(`iom-${alone}`)) {
    const match = nearest(
      alone,
      Array.from(elements.keys(), (tag) => tag.slice(4)),
    );
    report(
      at,
      'script',
      'error',
      `there is no script elements/${alone}.js`,
      match ? `write elements/${match}.js` : 'use autoload.js',
    );
  }
  const integrity = attributeOf(element, 'integrity');
  if (integrity === undefined) return;
  const [, version = ''] = versioned.exec(src) ?? [];
  if (version && version === lineOf(version)) {
    const what = 'integrity is of one version, and this address gets another one with each fix';
    report(placeOf(element, 'integrity'), 'version', 'error', what, 'write the version in full, or remove integrity');
  }
  if (!/^(?:sha(?:256|384|512)-[A-Za-z\d+/]+={0,2}\s*)+$/.test(integrity)) {
    const fix = 'copy it from integrity.json';
    report(placeOf(element, 'integrity'), 'script', 'error', `integrity is no hash: ${excerpt(integrity)}`, fix);
  }
}

/** Says whether a version still gets fixes. */
export function checkVersion(src: string, at: number, report: Report): void {
  const [, version] = versioned.exec(src) ?? [];
  if (version === undefined || lineOf(version) === supported) return;
  const write = `write @${supported}`;
  if (!/^\d+(?:\.\d+)*(?:-[\w.]+)?$/.test(version)) {
    const what = `@${version} is no version: a breaking change would reach the page at once`;
    report(at, 'version', 'warning', what, write);
    return;
  }
  const [own, current] = [version, supported].map((entry) => entry.split('.').map(Number));
  const isNewer = own[0] > current[0] || (own[0] === current[0] && (own[1] ?? 0) > (current[1] ?? 0));
  if (isNewer) {
    const fix = `${write}, or check with the iom-feed of that version`;
    report(at, 'version', 'warning', `version ${version} is newer than this check, which knows ${supported}`, fix);
  } else report(at, 'version', 'error', `version ${version} is out of support`, write);
}

/** A script whose address is nearly one of ours. */
function checkMisspelled(element: Element, src: string | undefined, report: Report): void {
  const [, name] = /iom[-_]?widgets[^?#]*\/([\w-]+)\.\w+(?:[?#]|$)/i.exec(src ?? '') ?? [];
  const known = ['autoload', 'iom-widgets', 'embed-host', 'watch', 'events', 'index', 'react'];
  if (!name || known.includes(name)) return;
  const match = nearest(name, known.slice(0, 3)) ?? 'autoload';
  report(placeOf(element, 'src'), 'script', 'error', `there is no script ${name}`, `write ${match}.js`);
}
