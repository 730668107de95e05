import { addCalendar, type Calendar } from '../calendar.js';
import { catalogue } from './load.js';
import en from './common/en.js';

/** The words of the library, by element; those of the organization chart are apart, in org-chart.ts. */
export type Messages = typeof en & { calendar?: Calendar };

const load = catalogue('common', en);

export async function loadMessages(tag: string): Promise<Messages> {
  const messages = await load(tag);
  if (messages.calendar) addCalendar(tag, messages.calendar);
  return messages;
}
