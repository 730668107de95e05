import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { MessagesController } from '../../controllers/messages-controller.js';
import { parseGoals } from '../../feed/parts/goals.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { loadGoalNames } from '../../i18n/messages/sdg-goals.js';
import { canonicalLocale } from '../../i18n/canonical-locale.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { integer } from '../base/converters.js';
import { containKeys } from '../base/contain-keys.js';
import { renderLanguage } from '../base/language-label.js';
import { skeletonStyles, renderSkeleton } from '../base/skeleton.js';
import { IomElement } from '../base/iom-element.js';
import { colours } from './colours.js';
import { renderGoal, renderOther, renderTile } from './goal.js';
import { styles } from './sdg-grid.styles.js';

/**
 * The Sustainable Development Goals that the work serves, and how: number, official name, colour, and the targets to
 * expand. The icons of the United Nations are not included; a page that may use them puts each into its slot.
 *
 * @summary The Sustainable Development Goals that the work serves, with their targets.
 * @tag iom-sdg-grid
 * @slot goal-… - Replaces the colour of the goal with that number, such as `goal-10`: the official icon, on pages that
 *   may use it and link its guidelines.
 * @csspart list - The goals that the work serves.
 * @csspart goal - One goal.
 * @csspart colour - The colour of a goal.
 * @csspart name - Number and name of a goal.
 * @csspart how - How the work serves a goal.
 * @csspart targets - The targets of a goal.
 * @csspart target - One target.
 * @csspart others - The other goals, with `all`.
 * @csspart other - One of the other goals.
 * @csspart language - The name of the feed's language, if the page has another one.
 */
export class SdgGrid extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, controlStyles, skeletonStyles, styles];
  static override properties: PropertyDeclarations = {
    all: { type: Boolean },
    layout: {},
    headingLevel: { attribute: 'heading-level', converter: integer(1, 6, 3) },
  };

  /** Shows all 17 goals: the others muted, below those that the work serves. */
  all = false;
  /** Cards for the goals that the work serves, or a `strip` of all 17 numbers, with those in their colours. */
  layout: 'cards' | 'strip' = 'cards';
  /** Level of the names in the outline of the page: 1 to 6. */
  headingLevel = 3;

  /** @internal Numbers of the goals whose targets are unfolded: a newer copy of the feed leaves them so. */
  readonly opened = new Set<number>();

  #messages = new MessagesController(this, this.language, loadMessages);
  #names = new MessagesController(this, this.language, loadGoalNames);

  constructor() {
    super();
    containKeys(this);
  }

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    const goals = parseGoals(parsed);
    const [messages, names] = [this.#messages.current, this.#names.current];
    if (!messages || !names) return 'loading';
    if (!goals.length) return undefined;
    const view = { host: this, messages, names, language: canonicalLocale(parsed.feed.language) };
    const others = colours.flatMap((_, index) => (goals.some(({ number }) => number === index + 1) ? [] : index + 1));
    if (this.layout === 'strip') {
      return html`<div lang=${this.#messages.lang ?? nothing}>
        <ul class="strip" role="list" part="list">
          ${colours.map((_, index) =>
            renderTile(
              index + 1,
              goals.find(({ number }) => number === index + 1),
              view,
            ),
          )}
        </ul>
        ${renderLanguage(this, parsed, 'meta')}
      </div>`;
    }
    return html`<div class="reserved" lang=${this.#messages.lang ?? nothing}>
      <ul class="goals" role="list" part="list">
        ${goals.map((goal) => renderGoal(goal, view))}
      </ul>
      ${
        this.all && others.length
          ? html`<div class="others" part="others">
              <div class="name" role="heading" aria-level=${this.headingLevel}>${messages.goals.others}</div>
              <ul role="list">
                ${others.map((number) => renderOther(number, view))}
              </ul>
            </div>`
          : nothing
      }
      ${renderLanguage(this, parsed, 'meta')}
    </div>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return this.layout === 'strip'
      ? html`<ul class="strip">
          <li>${first}</li>
          ${Array(16).fill(html`<li class="tile"></li>`)}
        </ul>`
      : html`<div class="reserved waiting">
          <div>${first}</div>
          <div class="goals">
            ${Array(8).fill(
              html`<div class="goal">
                <div class="colour"></div>
                ${renderSkeleton(1)}
              </div>`,
            )}
          </div>
        </div>`;
  }

  /** @internal Unfolds the targets of a goal, or folds them. */
  toggle(number: number) {
    if (!this.opened.delete(number)) this.opened.add(number);
    this.requestUpdate();
  }
}
