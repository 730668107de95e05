import { html, nothing } from 'lit';
import { problemsOf } from '../../src/feed/parse/problems.js';
import type { Verdict } from './check.js';
import type en from './words.en.js';

/** What is known of an address, in words for somebody who has never seen a feed. */
export function renderVerdict(verdict: Verdict, words: (typeof en)['feed']) {
  switch (verdict.is) {
    case 'nothing':
      return html`<p class="verdict"></p>`;
    case 'unfinished':
    case 'asked':
      return html`<p class="verdict">${words[verdict.is]}</p>`;
    case 'bad': {
      const { code, host, status } = verdict;
      const text = words.bad[code].replace('{host}', host).replace('{status}', String(status));
      return html`<p class="verdict bad">${text}</p>`;
    }
    case 'good': {
      const { feed } = verdict.reading;
      const problems = problemsOf(verdict.reading);
      return html`<p class="verdict good">${words.good(feed.title || '…', verdict.items)}</p>
        ${feed.items.length && !verdict.items ? html`<p class="verdict bad">${words.foreign}</p>` : nothing}
        ${
          problems.length
            ? html`<p class="verdict">${words.problems(problems.length)}</p>
                <div class="problems" tabindex="0" lang="en">${problems.join('\n')}</div>`
            : nothing
        }`;
    }
  }
}
