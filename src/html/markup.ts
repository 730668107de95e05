/**
 * HTML that is written as text: all that our code writes, but for what Lit draws, goes through these two. What they write
 * is XML, too (the answers of oEmbed). Feeds in RSS and Atom are only read.
 */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands between tags. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign]);

/** The value of an attribute, with its quotes. */
export const attributeValue = (text: string): string => `"${text.replace(/[&<>"]/g, (sign) => entities[sign])}"`;
