import type { ReactiveController, TemplateResult } from 'lit';
import { MessagesController } from '../controllers/messages-controller.js';
import type { IomElement } from '../elements/base/iom-element.js';
import { loadMessages } from '../i18n/messages/common.js';
import { standInLanguage } from '../i18n/messages/load.js';
import { loadChartMessages } from '../i18n/messages/org-chart.js';
import { withOwn, type OwnMessages } from '../i18n/messages/own.js';
import { loadGoalNames } from '../i18n/messages/sdg-goals.js';

/** Milliseconds that an element may wait for its own scripts. */
const timeout = 10_000;

/** An element on a server. It is in no page, so that it never updates by itself: whoever draws it asks it to. */
export interface ServerElement extends IomElement {
  /** Words that the page brings, which a browser finds by itself. */
  ownMessages: readonly OwnMessages[];
  /**
   * Draws the element until it waits for nothing more: at once where it needs nothing, else when what it loads is there.
   *
   * @throws {Error} When that takes longer than ten seconds.
   */
  renderUntilStable: () => TemplateResult | Promise<TemplateResult>;
}

/** Where words of ours stand in those that a page brings. */
const partsOf = new Map<unknown, string>([
  [loadMessages, 'common'],
  [loadChartMessages, 'org-chart'],
  [loadGoalNames, 'sdg-goals'],
]);

type ServerClass = new () => ServerElement;

const known = new Map<string, ServerClass>();

/** @param tag Such as `iom-news-feed`; its class has to be registered. */
export function createServerElement(tag: string): ServerElement {
  const type = known.get(tag) ?? serverClassOf(customElements.get(tag) as new () => IomElement);
  known.set(tag, type);
  return new type();
}

/** The class of an element, with what a server needs of it. Lit's class asks for an update before it has fields. */
function serverClassOf(type: new () => IomElement): ServerClass {
  abstract class OnServer extends type implements ServerElement {
    declare ownMessages: readonly OwnMessages[];
    /** Hears that something has come which the element waits for. */
    private wake?: () => void;

    override addController(controller: ReactiveController) {
      super.addController(controller);
      if (!(controller instanceof MessagesController)) return;
      const { fetch } = controller;
      const part = partsOf.get(fetch);
      if (!part) return;
      controller.fetch = async (tag: string) => {
        const words = (await fetch(tag)) as object;
        const own = this.ownMessages;
        return own.length ? withOwn(words, tag, part, standInLanguage(words, tag), own) : words;
      };
    }

    override requestUpdate(...change: Parameters<IomElement['requestUpdate']>) {
      super.requestUpdate(...change);
      this.wake?.();
    }

    renderUntilStable(end = Date.now() + timeout): TemplateResult | Promise<TemplateResult> {
      let isAwake = false;
      this.wake = () => (isAwake = true);
      this.willUpdate(new Map());
      const content = this.render();
      if (this.state !== 'loading') return content;
      return new Promise<void>((done, fail) => {
        const late = () => fail(new Error(`it still waits for its scripts after ${timeout / 1000} s`));
        const rest = end - Date.now();
        if (rest <= 0) return late();
        if (isAwake) return done();
        const timer = setTimeout(late, rest);
        this.wake = () => {
          clearTimeout(timer);
          done();
        };
      }).then(() => this.renderUntilStable(end));
    }
  }
  return OnServer as ServerClass;
}
