import { html, nothing, type TemplateResult } from 'lit';
import { css } from '../../tokens/css.js';
import { loadEmbedMessages } from '../../i18n/messages/embed.js';
import { adoptStyles } from '../../tokens/adopt-styles.js';

const styles = css`
  .kept {
    font-size: 0.875em;
    padding: 0.75em 1em;
    background: var(--shade);
    border-radius: var(--iom-radius, 0.375em);
  }
  .kept summary {
    inline-size: fit-content;
  }
  .kept pre {
    max-block-size: 12em;
    overflow: auto;
    margin-block-start: 0.5em;
    white-space: pre-wrap;
    user-select: all;
  }
  @media print {
    .kept {
      display: none;
    }
  }
`;

/** @param text What the file holds, where people can use it as text. */
export type RenderFallbackContent = (what: 'save' | 'print', text?: string) => TemplateResult;

/**
 * What is said once a visitor wanted to save or print where the page around may forbid it, and what else can be done there.
 * Loaded only then, in the element's language.
 */
export async function loadFallbackContent(host: {
  readonly renderRoot: ParentNode;
  readonly language: { readonly tag: string };
}): Promise<RenderFallbackContent> {
  const messages = await loadEmbedMessages(host.language.tag);
  adoptStyles(host, styles);
  return (what, text) => renderFallbackContent(messages, what, text);
}

function renderFallbackContent(
  { lang, dir, frame: messages }: Awaited<ReturnType<typeof loadEmbedMessages>>,
  what: 'save' | 'print',
  text?: string,
): TemplateResult {
  // In a window of its own this page is already.
  const own = top !== self && /^http/.test(location.protocol) ? location.href : undefined;
  return html`<div class="kept" lang=${lang} dir=${dir}>
    <p>${messages[what]}</p>
    ${own ? html`<p><a href=${own} target="_blank" rel="noopener">${messages.open}</a></p>` : nothing}
    ${
      text
        ? html`<details>
            <summary>${messages.text}</summary>
            <pre tabindex="0" dir="auto">${text}</pre>
          </details>`
        : nothing
    }
  </div>`;
}
