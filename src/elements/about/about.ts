import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { MessagesController } from '../../controllers/messages-controller.js';
import { parseFigures, type ParsedFigure } from '../../feed/parts/figures.js';
import { findFigures } from '../../feed/parts/figure-mentions.js';
import { parseMission } from '../../feed/parts/mission.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { paragraphsOf, applyTypography } from '../../html/typography.js';
import { foreign } from '../../i18n/foreign.js';
import { directionOf } from '../../i18n/locale.js';
import { canonicalLocale } from '../../i18n/canonical-locale.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { integer } from '../base/converters.js';
import { renderLanguage } from '../base/language-label.js';
import { skeletonStyles, renderSkeleton } from '../base/skeleton.js';
import { IomElement } from '../base/iom-element.js';
import { styles } from './about.styles.js';

/**
 * Who the organization is, in a paragraph. Figures of the feed that occur in it are set off.
 *
 * @summary The mission of the organization, with its figures, a logo and a link.
 * @tag iom-about
 * @slot logo - A picture beside the text: the logo, if you may use it.
 * @csspart title - The title.
 * @csspart text - A paragraph.
 * @csspart figure - A figure in the text, with its label.
 * @csspart link - The link to the page that says more.
 * @csspart language - The name of the feed's language, if the page has another one.
 */
export class About extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, skeletonStyles, styles];
  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: 'heading-level', converter: integer(1, 6, 2) },
  };

  /** Level of the title in the outline of the page: 1 to 6. */
  headingLevel = 2;

  #messages = new MessagesController(this, this.language, loadMessages);

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    const mission = parseMission(parsed);
    const figures = parseFigures(parsed);
    const { lang } = this.#messages;
    const messages = this.#messages.current?.about;
    if (!messages) return 'loading';
    if (!mission) return undefined;
    const { title, text = '', url } = mission;
    const language = canonicalLocale(parsed.feed.language);
    const paragraphs = text.split('\n\n').flatMap(paragraphsOf);
    return renderAround(html`
      <div lang=${language ?? nothing} dir=${language ? directionOf(language) : nothing}>
        ${title ? html`<div class="title" part="title" role="heading" aria-level=${this.headingLevel}>${title}</div>` : nothing}
        ${paragraphs.map((paragraph) => renderParagraph(applyTypography(paragraph, language), figures))}
      </div>
      ${
        url
          ? html`<p lang=${lang ?? nothing}>
              <a
                part="link"
                href=${url}
                hreflang=${foreign(language, this.language.tag) ?? nothing}
                aria-label=${title ? `${messages.more} – ${title}` : nothing}
                >${messages.more}</a
              >
            </p>`
          : nothing
      }
      ${renderLanguage(this, parsed, 'meta')}
    `);
  }

  protected renderPlaceholder(first: TemplateResult) {
    return renderAround(
      html`<div>${first}</div>
        ${renderSkeleton(5)}`,
      'waiting',
    );
  }
}

/** The logo has its place from the beginning. */
const renderAround = (content: TemplateResult, state = '') =>
  html`<div class="about">
    <slot name="logo"></slot>
    <div class="content ${state}">${content}</div>
  </div>`;

const renderParagraph = (text: string, figures: readonly ParsedFigure[]) =>
  html`<p part="text">
    ${findFigures(text, figures).map(({ text, figure }) =>
      figure ? html`<data class="figure" part="figure" value=${figure.value}>${text}</data>` : text,
    )}
  </p>`;
