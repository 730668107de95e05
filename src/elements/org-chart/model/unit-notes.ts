import type { Unit } from '../../../feed/schema/model.generated.js';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';

const none: readonly string[] = [];

/** What stands below the name of a unit: its head, its state, and whom it also reports to. */
export function notesOf(
  { head, name, state, kind, reports_to }: Unit,
  messages: ChartMessages,
  nameOf: (id: string) => string | undefined,
): readonly string[] {
  if (!head && !state && !kind && !reports_to) return none;
  const also = reports_to?.flatMap(({ unit }) => nameOf(unit) ?? []) ?? none;
  return [
    ...(head && head !== name ? [head] : none),
    ...(kind === 'assistant' ? [messages.assistant] : none),
    ...(state ? [messages.states[state]] : none),
    ...(also.length ? [`${messages.alsoReportsTo} ${also.join(', ')}`] : none),
  ];
}
