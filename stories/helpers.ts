import type { ArgTypes, Meta, StoryObj } from '@storybook/web-components-vite';
import library from '../package.json' with { type: 'json' };
import { scriptsOf } from '../scripts/cdn.mjs';
import { declarationOf } from './manifest.js';

export type Args = Record<string, string | number | boolean | undefined>;
export type Story = StoryObj<Args>;

/** Feeds of the demo, relative to the Storybook. */
export const feed = 'feeds/oim.{lang}.json';

/** A page about one element: a control for every attribute in the manifest. */
export function metaOf(tag: string, args: Args = {}): Meta<Args> {
  const argTypes: ArgTypes = {};
  for (const { name = '', description, default: initial = '', type } of declarationOf(tag)?.attributes ?? []) {
    const options = type?.text.match(/'[^']+'/g)?.map((option) => option.slice(1, -1));
    const control = options
      ? 'select'
      : type?.text === 'boolean'
        ? 'boolean'
        : type?.text === 'number'
          ? 'number'
          : 'text';
    argTypes[name] = {
      description,
      options,
      control,
      table: { category: 'attributes', defaultValue: { summary: initial } },
    };
  }
  return {
    args: { src: feed, ...args },
    argTypes,
    parameters: { controls: { include: Object.keys(argTypes) } },
    render: (values) => make(tag, values),
  };
}

/** The element with these attributes and a fallback inside, unless `fallback` is false. */
export function make(tag: string, { fallback = true, ...args }: Args): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of written(args)) element.setAttribute(name, value);
  if (fallback) element.innerHTML = link;
  return element;
}

/** What a partner pastes. */
export function snippet(tag: string, args: Args): string {
  const attributes = written({ ...args, src: 'https://feeds.example.org/{lang}/feed.json' })
    .map(([name, value]) => (value ? ` ${name}="${value}"` : ` ${name}`))
    .join('');
  return [
    `<script type="module" blocking="render" src="${scriptsOf(library.version)}autoload.js"></script>`,
    `<${tag}${attributes}>\n  ${link}\n</${tag}>`,
  ].join('\n\n');
}

const link = '<a href="https://www.iom.int/fr/news">Actualités de l’OIM</a>';

const written = (args: Args): [name: string, value: string][] =>
  Object.entries(args).flatMap(([name, value]): [string, string][] =>
    name === 'fallback' || value === undefined || value === '' || value === false
      ? []
      : [[name, value === true ? '' : String(value)]],
  );

/**
 * Simulated responses, for the stories of their states: addresses below `pretend/` never use the
 * network. A static server can't keep a visitor waiting, nor fail only the second time.
 */
const answers: Record<string, (count: number) => Promise<Response>> = {
  loading: () => new Promise(() => {}),
  offline: () => Promise.reject(new TypeError('offline')),
  stale: async (count) => (count === 1 ? network(feed.replace('{lang}', 'fr')) : new Response(null, { status: 404 })),
};
const network = window.fetch.bind(window);
const counts: Record<string, number> = {};
window.fetch = (input, init) => {
  const { url } = new Request(input, init);
  const name = /pretend\/(\w+)/.exec(url)?.[1];
  if (!name) return network(input, init);
  return answers[name]((counts[url] = (counts[url] ?? 0) + 1));
};

/** Stories of the states that all elements have. */
export const states = {
  Loading: { args: { src: 'pretend/loading' } },
  ErrorWithFallback: { args: { src: 'feeds/none.json' } },
  ErrorWithoutFallback: { args: { src: 'feeds/none.json', fallback: false } },
  Offline: { args: { src: 'pretend/offline?{lang}', fallback: false } },
  Stale: {
    render: (args: Args, { component = '' }: { component?: string }) => {
      const element = make(component, { ...args, src: `pretend/stale?${component}${Math.random()}` });
      element.addEventListener('iom-load', () => (element as HTMLElement & { retry(): void }).retry(), { once: true });
      return element;
    },
    globals: { language: 'fr' },
  },
  RightToLeft: { globals: { language: 'ar' } },
  RightToLeftDark: { globals: { language: 'ar', page: 'dark' } },
  Chinese: { globals: { language: 'zh' } },
  Russian: { globals: { language: 'ru' } },
  DarkPage: { globals: { page: 'dark' } },
  DarkTheme: { args: { theme: 'dark' } },
  LightTheme: { args: { theme: 'light' }, globals: { page: 'dark' } },
  Phone: { globals: { width: '320' } },
  Wide: { globals: { width: 'full' } },
} satisfies Record<string, Story>;

/** The element with an inline feed. */
export function inline(tag: string, feed: object, args: Args = {}): HTMLElement {
  return Object.assign(make(tag, args), { feed });
}
