import type { Draft, ImportOptions } from './draft.js';
import { drafted, type Finder } from './json.js';
import type { Source } from './source.js';
import type { Story } from './story.js';

interface Reference {
  type: string;
  id: string;
  meta?: { alt?: string; title?: string; width?: number; height?: number };
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
    created?: string;
    changed?: string;
    path?: { alias?: string };
    body?: { value?: string; processed?: string; summary?: string };
    uri?: { url?: string };
    drupal_internal__nid?: number;
  };
  relationships?: Record<string, { data?: Reference | Reference[] | null }>;
  links?: { self?: { href?: string } };
}

/** An answer of Drupal's JSON:API, `/jsonapi/node/news?include=…`. */
export interface DrupalAnswer {
  data: Resource | Resource[];
  included?: Resource[];
  links?: { next?: unknown };
}

/** Reads nodes with the pictures, terms and people that came with them. */
export function readDrupal(answer: DrupalAnswer, source: Source, options: ImportOptions, find: Finder): Draft {
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
      'pictures and tags are named by number only',
      'add their fields to the address: ?include=field_image,field_tags',
    );
  }
  return drafted(stories, source, options, base);
}

const references = ({ relationships = {} }: Resource): Reference[] =>
  Object.entries(relationships)
    .filter(([name]) => !['node_type', 'revision_uid'].includes(name))
    .flatMap(([, { data }]) => data ?? []);

function story(node: Resource, included: Map<string, Resource>, lineOf: Story['lineOf']): Story {
  const { title, langcode, created, changed, path, body, drupal_internal__nid: number } = node.attributes ?? {};
  const { links } = node;
  // The site's language prefix, if it has one, stands in the address of the node.
  const alias = path?.alias ?? (number === undefined ? undefined : `/node/${number}`);
  const found = references(node).flatMap((reference) => {
    const resource = included.get(reference.id);
    return resource ? [{ reference, resource }] : [];
  });
  const named = (type: string) =>
    found
      .filter(({ resource }) => resource.type.startsWith(type))
      .map(({ resource: { attributes = {} } }) => attributes.display_name ?? attributes.name);
  return {
    id: node.id,
    url: links?.self?.href?.includes('/jsonapi') && alias ? links.self.href.replace(/\/jsonapi.*/, alias) : alias,
    title,
    html: body?.processed ?? body?.value,
    summary: body?.summary,
    published: created,
    modified: changed,
    language: langcode === 'und' ? undefined : langcode,
    images: found.flatMap(({ reference, resource }) => imagesOf(reference, resource, included)),
    tags: named('taxonomy_term--'),
    authors: named('user--'),
    lineOf,
  };
}

/** A file, or the files of a medium. */
function imagesOf(
  { meta }: Reference,
  resource: Resource,
  included: Map<string, Resource>,
): NonNullable<Story['images']> {
  const url = resource.attributes?.uri?.url;
  if (url && resource.type.startsWith('file--')) {
    const { alt, title, width, height } = meta ?? {};
    return [
      {
        url,
        ...(alt !== undefined && { alt }),
        ...(title && { caption: title }),
        ...(width && { width }),
        ...(height && { height }),
      },
    ];
  }
  if (!resource.type.startsWith('media--')) return [];
  const [file] = references(resource).filter(({ type }) => type.startsWith('file--'));
  const inside = file && included.get(file.id);
  return inside ? imagesOf(file, inside, included) : [];
}
