// Where the scripts are: the first question where nobody has said it yet.
import { html } from 'lit';
import library from '../../package.json' with { type: 'json' };
import type { Choice } from './choice.js';
import { isUnnamed, type ScriptsVerdict } from './scripts.js';
import type en from './words.en.js';

export function renderScripts(
  words: typeof en,
  scripts: string,
  { is }: ScriptsVerdict,
  choose: (change: Partial<Choice>) => void,
) {
  const { good } = words.scriptsVerdict;
  const verdict = is === 'good' ? good(library.version) : words.scriptsVerdict[is];
  return html`<label class="label" for="scripts">${words.scripts}</label>
    <p class="hint" id="scripts-hint">${words.scriptsHint}</p>
    <input
      id="scripts"
      type="text"
      inputmode="url"
      spellcheck="false"
      autocomplete="off"
      placeholder="https://"
      aria-describedby="scripts-hint"
      .value=${isUnnamed(scripts) ? '' : scripts}
      @input=${({ target }: Event) => choose({ scripts: (target as HTMLInputElement).value.trim() })}
    />
    <div role="status"><p class="verdict ${is === 'good' || is === 'bad' ? is : ''}">${verdict}</p></div>`;
}
