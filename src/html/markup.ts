const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as HTML and XML write it, also between double quotes. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character]);

/** The value of an attribute, with its quotes. */
export const attributeValue = (text: string): string => `"${escape(text)}"`;
