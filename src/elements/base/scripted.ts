import { html, type TemplateResult } from 'lit';

/** True for `prerendered` is what IomElement says there. */
export interface ScriptedHost {
  readonly prerendered?: boolean;
}

/**
 * A button that needs script. In its place a server draws what keeps that free, with the words where only its styles read
 * them: readers without script, and browsers without styles, are not offered what they can't do.
 *
 * @param kind Class of the button.
 */
export const scripted = (
  { prerendered }: ScriptedHost,
  messages: string,
  button: () => TemplateResult,
  kind = '',
): TemplateResult => (prerendered ? html`<span class=${kind} data-words=${messages}></span>` : button());

/** The label of a field that needs script, and the field; a server draws what keeps their place free. */
export const scriptedField = (
  { prerendered }: ScriptedHost,
  messages: string,
  field: () => TemplateResult,
  kind = '',
): TemplateResult =>
  prerendered
    ? html`<label class=${kind}><span class="words" data-words=${messages}></span> <span class="field"></span></label>`
    : html`<label class=${kind}>${messages} ${field()}</label>`;
