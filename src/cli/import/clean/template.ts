/**
 * Whether a text is a template of a site generator: front matter of Jekyll, Hugo and others before JSON or markup, or
 * tags that are still to be filled in.
 */
export const isTemplate = (text: string): boolean =>
  /^\s*---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*---[ \t]*\r?\n\s*(?:\{%|[{[<])/.test(text) ||
  /^\s*(?:\{%-?\s|<\?php\s|<%[@=\s])/.test(text) ||
  (/^\s*[{[<]/.test(text) &&
    /\{%-?\s*(?:for|if|include|assign|block|extends|set)\s[^%]*%\}/.test(text.slice(0, 20_000)));
