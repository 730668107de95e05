import { nextPages, type Draft, type ImportOptions } from '../draft.js';
import { filesOf, isPicture, type FeedFile } from '../extract/media.js';
import type { Source } from '../source.js';
import { toDraft } from '../merge/stories.js';
import type { Finder, Story } from '../extract/story.js';

interface Reference {
  type: string;
  id: string;
  meta?: { alt?: string; title?: string; width?: number; height?: number; description?: string };
}

/** A node, file, medium or term (https://jsonapi.org/format/#document-resource-objects). */
interface Resource {
  type: string;
  id: string;
  attributes?: {
    title?: string;
    name?: string;
    display_name?: string;
    langcode?: string;
    /** Whether this is the language that the node was written in; translations have the same `id`. */
    default_langcode?: boolean;
    /** Whether it is published. */
    status?: boolean;
    /** Of Content Moderation, such as `draft`. */
    moderation_state?: string;
    /** Of the Scheduler module: when it is to be published. */
    publish_on?: string | number | null;
    created?: string;
    changed?: string;
    path?: { alias?: string };
    body?: { value?: string; processed?: string; summary?: string };
    uri?: { url?: string };
    filename?: string;
    filemime?: string;
    /** Bytes. */
    filesize?: number;
    drupal_internal__nid?: number;
  };
  relationships?: Record<string, { data?: Reference | Reference[] | null }>;
  links?: { self?: { href?: string } };
}

/** An answer of Drupal's JSON:API, `/jsonapi/node/news?include=…`. */
export interface DrupalAnswer {
  data: Resource | Resource[];
  included?: Resource[];
  links?: { next?: { href?: string } | string };
}

/** Reads nodes with the pictures, terms and people that came with them. */
export function parseDrupal(answer: DrupalAnswer, source: Source, options: ImportOptions, find: Finder): Draft {
  const many = Array.isArray(answer.data);
  const nodes = [answer.data].flat();
  const included = new Map((answer.included ?? []).map((resource) => [resource.id, resource]));
  const self = nodes[0]?.links?.self?.href;
  const base = options.base ?? source.url ?? (self && new URL('/', self).href);
  const stories = nodes.map((node, index) => story(node, included, (piece) => find(many ? index : undefined, piece)));
  if (!answer.included && nodes.some((node) => references(node).some(({ type }) => /^(?:file|media)--/.test(type)))) {
    source.notes.add(
      'hint',
      undefined,
      'pictures and tags are only numbers',
      'add their fields to the address: ?include=field_image,field_tags&sort=-created',
    );
  }
  const draft = toDraft(stories, source, options, base);
  const { next } = answer.links ?? {};
  const address = typeof next === 'string' ? next : next?.href;
  if (address && source.url) nextPages.set(draft, address);
  else if (next) {
    const fix = 'import them too: the address is under links.next; with &sort=-created the newest come first';
    source.notes.add('hint', undefined, 'there are more pages', fix);
  }
  return draft;
}

/** Planned nodes count as those of WordPress do: they have a day. */
function statusOf({ status, moderation_state: state, publish_on: planned }: NonNullable<Resource['attributes']>) {
  if (status === true || (status === undefined && (!state || state === 'published'))) return undefined;
  return planned ? 'future' : 'unpublished';
}

const references = ({ relationships = {} }: Resource): Reference[] =>
  Object.entries(relationships)
    .filter(([name]) => !['node_type', 'revision_uid'].includes(name))
    .flatMap(([, { data }]) => data ?? []);

function story(node: Resource, included: Map<string, Resource>, lineOf: Story['lineOf']): Story {
  const { attributes = {}, links } = node;
  const { title, langcode, created, changed, path, body, drupal_internal__nid: number } = attributes;
  const status = statusOf(attributes);
  const planned = attributes.publish_on;
  // The site's language prefix, if it has one, stands in the address of the node.
  const alias = path?.alias ?? (number === undefined ? undefined : `/node/${number}`);
  const matches = references(node).flatMap((reference) => {
    const resource = included.get(reference.id);
    return resource && isOpen(resource) ? [{ reference, resource }] : [];
  });
  const files = matches.flatMap(({ reference, resource }) => filesIn(reference, resource, included));
  const named = (type: string) =>
    matches
      .filter(({ resource }) => resource.type.startsWith(type))
      .map(({ resource: { attributes = {} } }) => attributes.display_name ?? attributes.name);
  return {
    // Translations of a node have its id, too.
    id: attributes.default_langcode === false ? `${node.id}-${langcode}` : node.id,
    version: node.id,
    status,
    url: links?.self?.href?.includes('/jsonapi') && alias ? links.self.href.replace(/\/jsonapi.*/, alias) : alias,
    title,
    html: body?.processed ?? body?.value,
    summary: body?.summary,
    published: status === 'future' && planned ? `${planned}` : created,
    modified: changed,
    language: langcode === 'und' ? undefined : langcode,
    images: files.filter(isPicture).map(pictureOf),
    attachments: filesOf(files),
    tags: named('taxonomy_term--'),
    authors: named('user--'),
    lineOf,
  };
}

/** Pictures and terms that aren't published don't get out with a node that is; who wrote it may have left. */
const isOpen = ({ type, attributes }: Resource) => attributes?.status !== false || type.startsWith('user--');

/** A file of a node, with what the node says of it. */
interface NodeFile extends FeedFile {
  url: string;
  meta: NonNullable<Reference['meta']>;
}

/** A file, or the file of a medium. */
function filesIn({ meta = {} }: Reference, resource: Resource, included: Map<string, Resource>): NodeFile[] {
  const { uri, filemime, filesize, filename, name, langcode } = resource.attributes ?? {};
  if (uri?.url && resource.type.startsWith('file--')) {
    const title = meta.description ?? filename?.replace(/\.\w+$/, '').replace(/_+/g, ' ');
    return [{ url: uri.url, type: filemime, length: filesize, title, meta }];
  }
  if (!resource.type.startsWith('media--')) return [];
  const own = references(resource).filter(({ type }) => type.startsWith('file--'));
  // What stands for a document or a film on its page is a picture of it.
  const file = own.find(({ id }) => !isThumbnail(resource, id)) ?? own[0];
  const inside = file && included.get(file.id);
  if (!inside || !isOpen(inside)) return [];
  const language = langcode === 'und' || langcode === 'zxx' ? undefined : langcode;
  return filesIn(file, inside, included).map((entry) => ({
    ...entry,
    title: entry.meta.description ?? name ?? entry.title,
    language,
  }));
}

const isThumbnail = ({ relationships = {} }: Resource, id: string) =>
  [relationships.thumbnail?.data ?? []].flat().some((entry) => entry.id === id) &&
  Object.entries(relationships).every(
    ([name, { data }]) => name === 'thumbnail' || ![data ?? []].flat().some((entry) => entry.id === id),
  );

function pictureOf({ url, meta: { alt, title, width, height } }: NodeFile): NonNullable<Story['images']>[number] {
  return {
    url,
    ...(alt !== undefined && { alt }),
    ...(title && { caption: title }),
    ...(width && { width }),
    ...(height && { height }),
  };
}
