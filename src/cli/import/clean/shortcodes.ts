import { attributeValue, escapeText } from '../../../html/markup.js';
import { decodeReferences } from './html.js';

/** A quotation mark as it is, as a reference, or as WordPress sets it. */
const quote =
  '(?:["\'“”″‘’′»]|&#(?:8216|8217|8220|8221|8242|8243|0?34|0?39|187);|&quot;|&(?:[lr]dquo|[lr]squo|P?rime);)';
const attribute = `[\\w-]+\\s*=\\s*(?:${quote}.*?${quote}(?=[\\s\\]/]|$)|[^\\s\\]"'“”″]+)`;
/** Names that only plugins and page builders use: two words joined. */
const joined = '[a-z][a-z\\d]*(?:[_-][a-z\\d]+)+';
const known =
  'caption|gallery|embed|audio|video|playlist|toc|contents|button|tabs?|accordion|toggle|column|columns|row|section|spacer|divider|separator|icon|quote|dropcap|highlight|box|slider|slide|map|form|iframe|youtube|vimeo|soundcloud|instagram|facebook|tweet|twitter|caldera_form|gravityform|wpforms|download|pdf|table|soliloquy|envira|layerslider|metaslider|recent|related|share|social|ads?|adsense|one|two|full';
const tag = new RegExp(
  `\\[(?<close>/)?(?:(?<joined>${joined})(?<given>(?:\\s+(?:${attribute}|[\\w-]+))*)|(?<known>${known})(?<said>(?:\\s+${attribute})*))\\s*/?\\]`,
  'gis',
);
/** Contents that are code: raw HTML and scripts, coded so that nothing touches them. */
const coded = /\[vc_raw_(html|js)[^\]]*\].*?\[\/vc_raw_\1\]/gis;
/** Comments of the block editor that became text. */
const blockComments = /&lt;!--\s*\/?wp:.*?--&gt;/gs;

/**
 * Takes out what plugins and page builders write in brackets and a site without them shows as it stands: `[et_pb_row]`,
 * `[vc_column width="1/2"]`, `[gallery ids="1,2"]`. The text between stays, and so do pictures, links and titles that
 * stand in attributes.
 *
 * @param report Called for each that was taken out.
 */
export function withoutShortcodes(html: string, report: () => void): string {
  if (!/\[\/?[a-z]|&lt;!--\s*\/?wp:/i.test(html)) return html;
  const closing = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name]) => name.toLowerCase()));
  const linked = new Set<string>();
  const take = () => {
    report();
    return '';
  };
  return html
    .replace(coded, take)
    .replace(blockComments, take)
    .replace(tag, (...matches) => {
      const groups = matches.at(-1) as Record<string, string | undefined>;
      const name = (groups.joined ?? groups.known ?? '').toLowerCase();
      const given = groups.given ?? groups.said ?? '';
      // A word in brackets is one of the text, unless something closes it or it says more.
      const isPlain = groups.known && !given && !groups.close && !closing.has(name) && !/^(?:gallery|toc)$/.test(name);
      if (
        isPlain ||
        (groups.joined?.includes('-') && !groups.joined.includes('_') && !/=/.test(given) && !closing.has(name))
      )
        return matches[0];
      report();
      if (groups.close) return linked.delete(name) ? '</a>' : '';
      const content = contentOf(name, given);
      // A button that is closed has its text inside.
      const [open] = closing.has(name) ? (/<a [^>]*>/.exec(content) ?? []) : [];
      if (open) linked.add(name);
      return open ?? content;
    })
    .replace(/<p>(?:\s|<br\s*\/?>|&nbsp;)*<\/p>/g, '');
}

/** What a shortcode says in its attributes. */
function contentOf(name: string, given: string): string {
  const pattern = new RegExp(`([\\w-]+)\\s*=\\s*(?:${quote}(.*?)${quote}(?=[\\s\\]/]|$)|([^\\s\\]]+))`, 'gis');
  const values = new Map(
    [...given.matchAll(pattern)].map(([, key, quoted, bare]) => [key.toLowerCase(), quoted ?? bare]),
  );
  const value = (...keys: string[]) => keys.map((key) => values.get(key)).find((entry) => entry?.trim());
  const address = (...keys: string[]) => [value(...keys)].find((entry) => /^(?:https?:)?\/\//.test(entry ?? ''));
  const picture = /image|img|photo|logo/.test(name) && address('src', 'image', 'url', 'image_url');
  if (picture) return `<img src=${written(picture)} alt=${written(value('alt', 'title_text') ?? '')}>`;
  const text = value('text', 'heading', 'title', 'button_text', 'label', 'caption');
  const link = address('button_url', 'link', 'href', 'url', 'mp3', 'mp4', 'src');
  if (link && /button|link|cta|audio|video|download|pdf|embed|youtube|vimeo/.test(name)) {
    return `<p><a href=${written(link)}>${escapeText(decodeReferences(text ?? link))}</a></p>`;
  }
  const isTitle = /heading|title|blurb|toggle|tab|accordion|cta|header|counter/.test(name);
  return text && isTitle ? `<h3>${escapeText(decodeReferences(text))}</h3>` : '';
}

/** The value of an attribute of HTML out of one of a shortcode, in which signs may be references already. */
const written = (text: string) => attributeValue(decodeReferences(text));
