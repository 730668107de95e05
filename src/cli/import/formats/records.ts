import { basename } from 'node:path';
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { MenuEntry } from '../../../feed/schema/model.generated.js';
import { excerpt } from '../../diagnostics.js';
import { webAddress } from '../clean/html.js';
import type { Draft, ImportOptions } from '../draft.js';
import type { TableKind } from '../lexicon/columns.js';
import { fieldCalled, kindCalled } from '../lexicon/headings.js';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { languageOf } from '../lexicon/named.js';
import type { Source } from '../source.js';
import { Fields } from '../tables/cell.js';
import { Entries } from '../tables/parse-tables.js';

/** Names of the parts that are no tables, in the six languages. */
const partNames = {
  menu: 'menu|navigation|menú|навигация|меню|القائمة|菜单|导航',
  mission: 'mission|about|misión|المهمة|من نحن|миссия|о нас|使命',
  feed: 'feed|site|flux|sitio|fuente|лента|сайт|الموقع|网站',
};
type Part = keyof typeof partNames;

function partCalled(name: string): Part | undefined {
  const wanted = normalizeForSearch(name).trim();
  return (Object.keys(partNames) as Part[]).find((part) =>
    partNames[part].split('|').some((entry) => normalizeForSearch(entry) === wanted),
  );
}

/** Reads lists of contacts, offices, units, figures, a menu, a mission, and what the feed says of itself, in YAML. */
export function parseRecords(source: Source, options: ImportOptions): Draft {
  return new RecordsReader(source, options).read();
}

/** Whether the file is the part itself, and not a list of parts. */
const isFlat = (map: YAMLMap) => map.items.every(({ value }) => !isMap(value) && !isSeq(value));

const fieldNames: Record<string, string> = {
  title: 'title|titre|título|العنوان|заголовок|название|标题',
  url: 'url|link|lien|adresse|enlace|الرابط|ссылка|адрес|链接|网址',
  summary: 'summary|description|introduction|résumé|resumen|ملخص|описание|введение|摘要|简介',
  entries: 'entries|children|items|entrées|sous-menu|entradas|العناصر|пункты|条目|子菜单',
  text: 'text|texte|texto|النص|текст|正文',
  home_page_url: 'home_page_url|home page|home|page d’accueil|página de inicio|الصفحة الرئيسية|главная страница|首页',
  language: 'language|lang|langue|idioma|اللغة|язык|语言',
  description: 'description|описание|descripción|الوصف|描述',
  icon: 'icon|icône|icono|أيقونة|значок|图标',
};

const nameOf = (key: string, fields: readonly string[]): string | undefined =>
  fields.find((field) =>
    fieldNames[field].split('|').some((name) => normalizeForSearch(name) === normalizeForSearch(key).trim()),
  );

class RecordsReader {
  readonly #counter = new LineCounter();
  readonly #entries: Entries;
  readonly #draft: Draft = { items: [], _iom: {} };

  constructor(
    readonly source: Source,
    readonly options: ImportOptions,
  ) {
    const { base, country, lang: language } = options;
    this.#entries = new Entries({ base, country, language });
  }

  read(): Draft {
    const { text, notes, name } = this.source;
    // Telephones, codes and dates stay as they are written.
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: this.#counter, prettyErrors: false });
    for (const { pos, message } of document.errors)
      notes.add(
        'error',
        this.#counter.linePos(pos[0]).line,
        `the YAML is broken: ${message.toLowerCase()}`,
        'correct it; put texts with a colon in quotation marks',
      );
    if (document.errors.length) return this.#draft;
    const { contents } = document;
    const title = basename(name).replace(/\.\w+$/, '');
    const [kind, part] = [kindCalled(title), partCalled(title.replace(/[._-][a-z]{2}$/i, ''))];
    if (isSeq(contents) && kind) this.#readList(kind, contents);
    else if (isSeq(contents) && part === 'menu') this.#draft._iom.menu = this.#menuOf(contents, 1);
    else if (isMap(contents) && part && part !== 'menu' && isFlat(contents)) this.#readPart(part, contents);
    else if (isMap(contents)) for (const pair of contents.items) this.#readPair(pair);
    else
      notes.add(
        'error',
        1,
        'it does not say what it lists',
        'name the file contacts, offices, units, figures or menu, or put the list below such a name',
      );
    const tables = this.#entries.toDraft();
    return { ...tables, ...this.#draft, _iom: { ...tables._iom, ...this.#draft._iom } };
  }

  #lineOf(node: unknown): number {
    return this.#counter.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  }

  #warn(node: unknown, what: string, fix: string): void {
    this.source.notes.add('warning', this.#lineOf(node), what, fix);
  }

  #readPair({ key, value }: Pair<Node, Node | null>): void {
    const name = isScalar(key) ? String(key.value) : '';
    const [kind, part] = [kindCalled(name), partCalled(name)];
    if (part === 'menu' && isSeq(value)) this.#draft._iom.menu = this.#menuOf(value, 1);
    else if (part && part !== 'menu' && isMap(value)) this.#readPart(part, value);
    else if (kind && isSeq(value)) this.#readList(kind, value);
    else if (kind || part)
      this.#warn(
        key,
        `${excerpt(name)} is not a ${part && part !== 'menu' ? 'mapping' : 'list'}`,
        'it was left out; docs/import.md shows the form',
      );
    else
      this.#warn(
        key,
        `${excerpt(name)} is not known here`,
        'it was left out; use contacts, offices, units, figures, menu, mission or feed',
      );
  }

  #readList(kind: TableKind, list: YAMLSeq): void {
    for (const item of list.items) {
      if (!isMap(item)) {
        this.#warn(item, `this is not an entry of ${kind}`, 'it was left out; begin it with “- name: …”');
        continue;
      }
      const fields = new Fields();
      for (const { key, value } of item.items as Pair<Node, Node | null>[]) {
        const name = isScalar(key) ? String(key.value) : '';
        const field = fieldCalled(name, kind);
        const texts = this.#textsOf(value, name);
        if (!field)
          this.#warn(
            key,
            `${excerpt(name)} is not a field of ${kind}`,
            `it was left out; iom-feed template ${kind} writes those that are known`,
          );
        else
          for (const [text, node] of texts) {
            const line = this.#lineOf(node);
            fields.add(field, {
              text,
              where: `${this.source.name}:${line}`,
              report: (severity, what, fix) => this.source.notes.add(severity, line, what, fix),
            });
          }
      }
      if (!fields.isEmpty) this.#entries.add(kind, fields);
    }
  }

  #textsOf(node: Node | null, name: string): [string, Node][] {
    if (isScalar(node)) return typeof node.value === 'string' && node.value.trim() ? [[node.value.trim(), node]] : [];
    if (isSeq(node)) return node.items.flatMap((item) => this.#textsOf(item as Node, name));
    if (node)
      this.#warn(node, `${excerpt(name)} has parts of its own`, 'it was left out; write a text or a list of texts');
    return [];
  }

  /** The texts of a mapping by field; what is not known is told. */
  #read(map: YAMLMap, fields: readonly string[]): Map<string, Node | null> {
    const known = new Map<string, Node | null>();
    for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
      const name = isScalar(key) ? String(key.value) : '';
      const field = nameOf(name, fields);
      if (field) known.set(field, value);
      else this.#warn(key, `${excerpt(name)} is not known here`, `it was left out; use ${fields.join(', ')}`);
    }
    return known;
  }

  #text(values: Map<string, Node | null>, field: string): string | undefined {
    return (
      this.#textsOf(values.get(field) ?? null, field)
        .map(([text]) => text)
        .join('\n') || undefined
    );
  }

  #url(values: Map<string, Node | null>, field: string): string | undefined {
    const written = this.#text(values, field);
    const url = webAddress(written, this.options.base);
    if (written && !url) this.#warn(values.get(field), `${excerpt(written)} is not a web address`, 'it was left out');
    return url;
  }

  #menuOf(list: YAMLSeq, level: number): MenuEntry[] {
    return list.items.flatMap((item): MenuEntry[] => {
      const values = isMap(item) ? this.#read(item, ['title', 'url', 'summary', 'entries']) : undefined;
      const title = values && this.#text(values, 'title');
      if (!title) {
        this.#warn(item, 'this entry of the menu has no title', 'it was left out; write “- title: …”');
        return [];
      }
      const below = values.get('entries');
      const [summary, url] = [this.#text(values, 'summary'), this.#url(values, 'url')];
      const isDeep = level === 3 && isSeq(below);
      if (isDeep) this.#warn(below, 'a menu has three levels', 'what is below was left out');
      const entries = isSeq(below) && !isDeep ? this.#menuOf(below, level + 1) : [];
      return [{ title, ...(summary && { summary }), ...(url && { url }), ...(entries.length > 0 && { entries }) }];
    });
  }

  #readPart(part: 'mission' | 'feed', map: YAMLMap): void {
    if (part === 'mission') {
      const values = this.#read(map, ['title', 'text', 'url']);
      const [title, text, url] = [this.#text(values, 'title'), this.#text(values, 'text'), this.#url(values, 'url')];
      if (title && text) this.#draft._iom.mission = { title, text, ...(url && { url }) };
      else this.#warn(map, 'the mission has no title or no text', 'it was left out; add both');
      return;
    }
    const values = this.#read(map, ['title', 'home_page_url', 'description', 'language', 'icon']);
    const [title, description] = [this.#text(values, 'title'), this.#text(values, 'description')];
    const [home, icon] = [this.#url(values, 'home_page_url'), this.#url(values, 'icon')];
    const named = this.#text(values, 'language');
    const language = named && languageOf(named);
    if (named && !language)
      this.#warn(values.get('language'), `${excerpt(named)} is not a language`, 'it was left out; write its code');
    Object.assign(this.#draft, {
      ...(title && { title }),
      ...(description && { description }),
      ...(home && { home_page_url: home }),
      ...(icon && { icon }),
      ...(language && { language }),
    });
  }
}
