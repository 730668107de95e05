// The last step: where the lines go, the lines, and Copy, which is off while something is wrong with them.
import { html, nothing } from 'lit';
import type { ClipboardController } from '../../src/controllers/clipboard-controller.js';
import { ways, type Choice } from './choice.js';
import { renderRadios } from './field.js';
import type { Obstacle } from './obstacles.js';
import type en from './words.en.js';

export interface Paste {
  words: typeof en;
  choice: Choice;
  /** The lines name a part of the feed. */
  isPart: boolean;
  hasHashes: boolean;
  code: string;
  /** For the style sheet of the page; empty where there is none. */
  css: string;
  obstacle?: Obstacle;
  copying: ClipboardController;
  choose: (change: Partial<Choice>) => void;
}

export function renderPaste({ words, choice, isPart, hasHashes, code, css, obstacle, copying, choose }: Paste) {
  const { way, lang, src, accent, font, radius, sealed } = choice;
  const names = Object.fromEntries(ways.map((entry) => [entry, words.ways[entry][0]]));
  const seal = ({ target }: Event) => choose({ sealed: (target as HTMLInputElement).checked ? 'all' : '' });
  return html`<fieldset>
      <legend>${words.way}</legend>
      <div class="row">${renderRadios('way', way, names, (value) => choose({ way: value as Choice['way'] }))}</div>
    </fieldset>
    <p class="about-way">${words.ways[way][1]}</p>
    ${
      way === 'pinned'
        ? html`<label class="switch">
            <input type="checkbox" name="sealed" .checked=${sealed === 'all'} @change=${seal} />
            <span>${words.seal}</span> <span class="hint">${words.sealHint}</span>
          </label>`
        : nothing
    }
    ${way === 'pinned' && !hasHashes ? html`<p class="notice">${words.pinnedUnsealed}</p>` : nothing}
    ${way === 'iframe' && !lang ? html`<p class="notice">${words.iframeLanguage}</p>` : nothing}
    ${way === 'iframe' && (accent || font || radius) ? html`<p class="notice">${words.iframeLook}</p>` : nothing}
    ${isPart ? html`<p class="hint">${words.part(src)}</p>` : nothing}
    ${renderCode(code, words.lines, words, copying, obstacle)}
    ${
      css
        ? html`<p>${words.css}</p>
            ${renderCode(css, words.css, words, copying, obstacle, false)}`
        : nothing
    }`;
}

/** Off, Copy can still be reached, so that everybody finds out why; it leads to where that can be put right. */
function renderCode(
  code: string,
  label: string,
  words: typeof en,
  copying: ClipboardController,
  obstacle: Obstacle | undefined,
  isFirst = true,
) {
  const outcome = obstacle ? undefined : copying.result(code);
  const act = ({ currentTarget }: Event) => {
    const button = currentTarget as HTMLElement;
    if (!obstacle) return void copying.copy(code, code, button.closest('.code')!.querySelector('pre')!);
    const field = (button.getRootNode() as ShadowRoot).getElementById(obstacle.field);
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
  };
  return html`<div class="code">
    <pre tabindex="0" aria-label=${label} dir="ltr" translate="no">${code}</pre>
    <div class="copy">
      <button type="button" aria-disabled=${obstacle ? 'true' : 'false'} aria-describedby="obstacle" @click=${act}>
        ${words.copy}
      </button>
      <span role="status">${outcome && words[outcome]}</span>
      ${isFirst ? html`<span class="verdict ${obstacle ? 'bad' : ''}" id="obstacle">${obstacle?.text}</span>` : nothing}
    </div>
  </div>`;
}
