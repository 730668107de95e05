import { attributeValue, escapeText } from './markup.js';

/** What a frame may do: run its scripts, save files, and lead away by its links; nothing of the page around it. */
export const sandbox =
  'allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** What one embedding shows, and where. */
export interface Embedding {
  /** Folder that holds embed.html, as an absolute URL with a slash at its end. */
  base: string;
  /** Name of the files: `press-fr` becomes press-fr.html, press-fr.json and press-fr.xml. */
  name: string;
  /** Tag without `iom-`. */
  element: string;
  /** Attributes of the element. */
  attributes: Record<string, string>;
  /** BCP 47. */
  lang: string;
  /** What a screen reader says the frame is, and what the link says. */
  title: string;
  /** Where the link leads that is shown when there is no script. */
  link: string;
  /** CSS pixels. */
  width: number;
  /** CSS pixels. */
  height: number;
}

/**
 * A page of its own for an embedding, so that its bare address can be pasted into editors that know oEmbed
 * (https://oembed.com): the page, and the answers its discovery links lead to. All three are files that any server or CDN
 * can serve beside embed.html.
 *
 * @param template Text of embed.html.
 * @returns Text by file name.
 */
export function oembedFiles(embedding: Embedding, template: string): Record<string, string> {
  const { base, name, lang, title, width, height } = embedding;
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    width,
    height,
    cache_age: 3600,
    provider_name: new URL(base).host,
    provider_url: new URL(base).origin,
    html: frameOf(embedding),
  };
  const page = template
    .replace(/(?<=<html lang=)"[^"]*"/, () => attributeValue(lang))
    .replace(
      /<title>[^]*<\/title>/,
      () => `<title>${escapeText(title)}</title>
    <link rel="alternate" type="application/json+oembed" href=${attributeValue(`${base}${name}.json`)} title=${attributeValue(title)} />
    <link rel="alternate" type="text/xml+oembed" href=${attributeValue(`${base}${name}.xml`)} title=${attributeValue(title)} />`,
    )
    .replace(/<body>[^]*<\/body>/, () => `<body>${elementOf(embedding)}</body>`);
  const fields = Object.entries(answer).map(
    ([field, value]) => `  <${field}>${escapeText(String(value))}</${field}>\n`,
  );
  return {
    [`${name}.html`]: page,
    [`${name}.json`]: `${JSON.stringify(answer, null, 2)}\n`,
    [`${name}.xml`]: `<?xml version="1.0" encoding="utf-8"?>\n<oembed>\n${fields.join('')}</oembed>\n`,
  };
}

function elementOf({ element, attributes, title, link }: Embedding): string {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}=${attributeValue(value)}`);
  return `<iom-${element}${written.join('')} loading="eager"><a href=${attributeValue(link)}>${escapeText(title)}</a></iom-${element}>`;
}

/** WordPress keeps a frame hidden behind the quotation until it says how high it is. */
const frameOf = ({ base, name, title, link, width, height }: Embedding) =>
  `<blockquote class="wp-embedded-content"><a href=${attributeValue(link)}>${escapeText(title)}</a></blockquote>` +
  `<iframe class="wp-embedded-content iom-frame" sandbox="${sandbox}" src=${attributeValue(`${base}${name}.html`)} title=${attributeValue(title)} width="${width}" height="${height}" frameborder="0" scrolling="no"></iframe>`;
