import { html, nothing, type TemplateResult } from 'lit';
import type { ParsedGoal, ParsedTarget } from '../../feed/parts/goals.js';
import { foreign } from '../../i18n/foreign.js';
import type { Messages } from '../../i18n/messages/common.js';
import { scripted } from '../base/scripted.js';
import { colours, isLight } from './colours.js';
import type { SdgGrid } from './sdg-grid.js';

/** What a goal is drawn with, beside what the feed says of it. */
export interface GoalView {
  host: SdgGrid;
  messages: Messages;
  /** Official short names of the goals, in their order. */
  names: readonly string[];
  /** Language of what the feed says. */
  language?: string;
}

/** A goal that the work serves. */
export function renderGoal(goal: ParsedGoal, view: GoalView): TemplateResult {
  const { host, messages, names } = view;
  const { number, how, url, targets = [] } = goal;
  const open = host.opened.has(number);
  // One text: of three, Chromium leaves the blank in the middle out of the names of buttons and links.
  const name = html`<span class="unseen">${`${number} ${names[number - 1]}`}</span>`;
  return html`<li class="goal" part="goal">
    ${renderMark(number)}
    <div class="text">
      <div class="name" part="name" role="heading" aria-level=${host.headingLevel}>
        <span class="number unseen">${number}</span> ${names[number - 1]}
      </div>
      ${how ? html`<p part="how">${renderGiven(how, view)}</p>` : nothing}
      <p class="actions">
        ${
          targets.length
            ? scripted(
                host,
                messages.goals.targets,
                () =>
                  html`<button
                    part="button"
                    aria-expanded=${open}
                    aria-controls="targets-${number}"
                    @click=${() => host.toggle(number)}
                  >
                    ${`${messages.goals.targets} `}${name}
                  </button>`,
                'fold',
              )
            : nothing
        }
        ${url ? html`<a href=${url} hreflang=${foreign(view.language, host.language.tag) ?? nothing}>${`${messages.about.more} `}${name}</a>` : nothing}
      </p>
      ${
        targets.length
          ? html`<ul
              class="targets"
              id="targets-${number}"
              part="targets"
              role="list"
              hidden=${open || host.prerendered ? nothing : 'until-found'}
              aria-hidden=${open || host.prerendered ? nothing : 'true'}
              @beforematch=${() => host.toggle(number)}
            >
              ${targets.map((target) => renderTarget(target, view))}
            </ul>`
          : nothing
      }
    </div>
  </li>`;
}

/** A goal that the feed says nothing of. */
export const renderOther = (number: number, { names }: GoalView): TemplateResult =>
  html`<li class="other" part="other">
    ${renderMark(number)} <span><span class="number unseen">${number}</span> ${names[number - 1]}</span>
  </li>`;

/** One of all goals in a row: in its colour if the work serves it, with a link where there is one. */
export function renderTile(number: number, goal: ParsedGoal | undefined, { host, names, language }: GoalView) {
  const name = names[number - 1];
  const tile = html`${renderMark(number)}<span class="unseen">${`${number} ${name}`}</span>`;
  const content = goal?.url
    ? html`<a href=${goal.url} hreflang=${foreign(language, host.language.tag) ?? nothing}>${tile}</a>`
    : tile;
  return html`<li class="tile ${goal ? '' : 'off'}" part=${goal ? 'goal' : 'other'} title=${name}>${content}</li>`;
}

/** The number of a goal in its colour, or the picture that the page puts in its place. */
const renderMark = (number: number) =>
  html`<slot name="goal-${number}"
    ><span class="mark ${isLight(number) ? 'light-mark' : ''}" data-number=${number}
      ><svg
        class="colour"
        part="colour"
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        fill=${colours[number - 1]}
        aria-hidden="true"
      >
        <path d="M0 0h1v1H0z" /></svg></span
  ></slot>`;

/** Words of the feed: in the feed's language, whatever the direction of the page. */
const renderGiven = (text: string, { language }: GoalView) => html`<bdi lang=${language ?? nothing}>${text}</bdi>`;

function renderTarget({ number, text, url }: ParsedTarget, view: GoalView) {
  const messages = html`${number && html`<bdi class="number">${number}</bdi> `}${text && renderGiven(text, view)}`;
  return html`<li part="target">
    ${url ? html`<a href=${url} hreflang=${foreign(view.language, view.host.language.tag) ?? nothing}>${messages}</a>` : messages}
  </li>`;
}
