// Runs in a page: shows the stories one after another, and writes down what an element has drawn.
import type { Meta } from '@storybook/web-components-vite';
import type { Args, Story } from '../../stories/helpers.js';

type Stories = { default: Meta<Args> } & Record<string, Story>;

const files = import.meta.glob<Stories>('../../stories/*.stories.ts');
const place = document.querySelector<HTMLElement>('main')!;

/** What a text is to a reader: as many blanks as there are between two words are one. */
const plain = (text: string) => text.replace(/[ \t\n\r]+/g, ' ');

function written(root: ParentNode, indent = ''): string {
  let text = '';
  const lines: string[] = [];
  const endText = () => {
    if (text) lines.push(`${indent}“${plain(text)}”`);
    text = '';
  };
  // What Lit keeps in comments is no part of the text around.
  for (const node of root.childNodes) {
    if (node instanceof Text) text += node.data;
    if (!(node instanceof Element)) continue;
    endText();
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${plain(value).trim()}"`).sort();
    lines.push(`${indent}<${node.nodeName}${attributes.join('')}>`, written(node, `${indent}  `));
    if (node.shadowRoot) lines.push(`${indent}  #shadow`, written(node.shadowRoot, `${indent}    `));
  }
  endText();
  return lines.filter(Boolean).join('\n');
}

const sheetsOf = (root: ParentNode): CSSStyleSheet[] =>
  [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [...shadowRoot.adoptedStyleSheets, ...sheetsOf(shadowRoot)] : [],
  );

/** Blanks and leading zeros say nothing. */
const tidy = (css: string) => css.replace(/\s*([,:/*()])\s*/g, '$1').replace(/\b0(?=\.\d)/g, '');

/** Values with variables stay as they were written, others are as the browser writes them. */
function valueOf(style: CSSStyleDeclaration, name: string) {
  const value = style.getPropertyValue(name);
  // `background: none` is `background: 0 0`, and `outline: none` is `outline: 0`.
  const isNone = /^(background|outline)-/.test(name) && /^(none|transparent|0px)$/.test(value);
  return isNone ? 'initial' : tidy(value);
}

/** A rule for each line, with the selectors of a list in the order of the alphabet. */
function rulesOf(rules: CSSRuleList, within = ''): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) {
      const { selectorText, style, cssRules } = rule;
      const selector =
        within +
        selectorText
          .split(/,(?![^(]*\))/)
          .map((entry) => entry.trim())
          .sort()
          .join();
      const lines = [...style].map(
        (name) => `${selector} ${name}: ${valueOf(style, name)} ${style.getPropertyPriority(name)}`,
      );
      return [...lines, ...rulesOf(cssRules, `${selector} `)];
    }
    const head = tidy(rule.cssText.slice(0, rule.cssText.indexOf('{')));
    return rule instanceof CSSGroupingRule ? rulesOf(rule.cssRules, within + head) : [within + tidy(rule.cssText)];
  });
}

const shown = new Map<string, Element>();

const api = {
  /** Shows all stories of a file, each over the one before: what is out of sight would not be drawn. */
  async show(file: string, skip: string) {
    const { default: meta, ...stories } = await files[`../../stories/${file}`]();
    place.replaceChildren();
    shown.clear();
    for (const [name, story] of Object.entries(stories).filter(([name]) => !RegExp(skip).test(name))) {
      const { language = 'fr', width = '600' } = { ...meta.globals, ...story.globals } as Record<string, string>;
      const column = document.createElement('div');
      column.lang = language;
      column.style = `position: absolute; top: 0; opacity: 0; width: ${width === 'full' ? 1000 : width}px`;
      const render = (story.render ?? meta.render) as (args: Args, context: unknown) => Element;
      const element = render({ ...meta.args, ...story.args }, { component: meta.component });
      column.append(element);
      place.append(column);
      shown.set(name, element);
      await story.play?.({ canvasElement: column } as unknown as Parameters<NonNullable<Story['play']>>[0]);
    }
  },
  isSettled: () =>
    [...shown].every(
      ([name, element]) =>
        name === 'Loading' || ['ready', 'empty', 'stale', 'error'].some((state) => element.matches(`:state(${state})`)),
    ),
  /** Presses a button of each kind that the first story shows, and of those that come with it. */
  press() {
    const root = shown.get('Default')!.shadowRoot!;
    const pressed: string[] = [];
    const kindOf = (entry: HTMLElement) => `${entry.localName} ${entry.classList[0]} ${entry.part[0]}`;
    for (;;) {
      const next = [...root.querySelectorAll<HTMLElement>('button:not(:disabled), summary')].find(
        (entry) => entry.checkVisibility() && !pressed.includes(kindOf(entry)),
      );
      if (!next) return pressed;
      next.click();
      pressed.push(kindOf(next));
    }
  },
  drawn: () =>
    [...shown].map(([name, element]) => `${name}\n${written(element.shadowRoot!)}`.replaceAll(location.href, '')),
  styles: () => [...new Set(sheetsOf(place))].flatMap(({ cssRules }) => rulesOf(cssRules)),
};
declare global {
  var stories: typeof api;
}
globalThis.stories = api;
