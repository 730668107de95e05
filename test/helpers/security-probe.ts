/** What attacks may do to a page: written down while they try. */

const links = /^(https?|mailto|tel):/;
/** What an element draws beside text and pictures. */
const controls = ['button', 'form', 'input', 'label', 'option', 'select', 'summary', 'details', 'canvas', 'slot'];
const forbidden =
  'script, style, link, meta, base, iframe, frame, object, embed, portal, template, applet, foreignObject, use, ' +
  'animate, set, image, feImage, audio, video, source, math, dialog, textarea, [is], [srcdoc], [srcset], [formaction], ' +
  '[action], [ping], [background], [poster], [popover], [xlink\\:href]';

/** All elements below a node, also those in shadow roots. */
export function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

/** What in some nodes could run, load, lead astray or be found by the page. Nothing in nodes as they should be. */
export function dangersIn(root: ParentNode): string[] {
  const dangers: string[] = [];
  for (const element of everyElement(root)) {
    if (element.matches(forbidden) && !isData(element) && !isPortrait(element))
      dangers.push(element.outerHTML.slice(0, 200));
    for (const { name, value } of element.attributes) {
      const isLink = ['href', 'src'].includes(name) && !links.test(value) && value !== '#';
      if (/^on|^data-on/i.test(name) || isLink || (name === 'style' && /url|expression/i.test(value))) {
        dangers.push(`${element.localName} ${name}=${value.slice(0, 200)}`);
      }
    }
  }
  return dangers;
}

/** Structured data and feeds that stand in the page never run. */
const isData = (element: Element) => element.localName === 'script' && /json/.test((element as HTMLScriptElement).type);

/** A chart that is drawn for paper has its portraits as pictures of SVG, which WebKit leaves there; their URLs are links. */
const isPortrait = (element: Element) => element.matches('.print-page image[href]');

/** What stands in cleaned HTML: no control of any kind, no name that a page could find. */
export function dangersInProse(root: ParentNode): string[] {
  const named = [
    ...root.querySelectorAll(
      `[id], [name], [style], [slot], [part], [class]:not(.scroller, .dateline), ${controls.join()}`,
    ),
  ];
  return [...dangersIn(root), ...named.map((element) => element.outerHTML.slice(0, 200))];
}

declare global {
  /** What an attack calls when it runs. */
  var attacked: (name: unknown) => void;
}

/**
 * Gives the page a policy, from here on: what it forbids is reported as a violation.
 *
 * @param also A directive of its own.
 */
export function forbidHarm(also = '') {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content =
    "script-src-attr 'none'; style-src-attr 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; " +
    `form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html dompurify test; ${also}`;
  document.head.append(policy);
}

/** Watches a page; `stop()` says what happened to it. */
export function watchPage(names: readonly string[]): { harm: readonly string[]; stop: () => Promise<string[]> } {
  const harm: string[] = [];
  globalThis.attacked = (name) => harm.push(`ran: ${String(name)}`);
  const note = (event: Event) => {
    if (event instanceof SecurityPolicyViolationEvent) {
      harm.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    } else if (event instanceof PromiseRejectionEvent) harm.push(`rejected: ${describe(event.reason)}`);
    else if (event instanceof ErrorEvent) harm.push(`threw: ${describe(event.error ?? event.message)}`);
  };
  const types = ['error', 'unhandledrejection', 'securitypolicyviolation'];
  for (const type of types) addEventListener(type, note);

  const probe = document.createElement('section');
  probe.className = 'card base';
  for (const name of ['h2', 'p', 'a', 'img', 'button', 'ul', 'table', 'svg'])
    probe.append(document.createElement(name));
  document.body.append(probe);
  const before = { look: lookOf(probe), page: stateOf(names), url: location.href };

  return {
    harm,
    async stop() {
      // What waits for the page to be at rest has had its turn: animations, events that bubble later, pictures that fail.
      for (let left = 3; left; left--) await new Promise((painted) => requestAnimationFrame(painted));
      const after = { look: lookOf(probe), page: stateOf(names), url: location.href };
      for (const key of ['look', 'page', 'url'] as const) {
        if (after[key] !== before[key]) harm.push(`changed: ${difference(before[key], after[key])}`);
      }
      probe.remove();
      for (const type of types) removeEventListener(type, note);
      return harm;
    },
  };
}

const describe = (cause: unknown) =>
  cause instanceof Error ? `${cause.message} ${cause.stack?.slice(0, 400)}` : String(cause);

/** All that the page's styles make of an element and what is in it, and of the page. */
const lookOf = (probe: Element) =>
  [document.documentElement, document.body, probe, ...probe.children]
    .map((element) => {
      const style = getComputedStyle(element);
      return ['color', 'background', 'font', 'display', 'margin', 'padding', 'border', 'position', '--iom-accent']
        .map((name) => `${element.localName} ${name}: ${style.getPropertyValue(name)}`)
        .join('\n');
    })
    .join('\n');

/** What a page finds by name. */
const stateOf = (names: readonly string[]) =>
  [
    `frames: ${window.length}`,
    ...['forms', 'images', 'links', 'scripts', 'embeds', 'styleSheets'].map(
      (name) => `${name}: ${(Reflect.get(document, name) as HTMLCollection | undefined)?.length}`,
    ),
    `base: ${document.baseURI}`,
    `title: ${document.title}`,
    ...names.flatMap((name) => [
      `window.${name}: ${kindOf(Reflect.get(window, name))}`,
      `document.${name}: ${kindOf(Reflect.get(document, name))}`,
      `#${name}: ${kindOf(document.getElementById(name))}`,
    ]),
  ].join('\n');

const kindOf = (value: unknown) => Object.prototype.toString.call(value);

const difference = (before: string, after: string) => {
  const known = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !known.has(line))
    .join('; ');
};
