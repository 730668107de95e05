import { addCalendar, type Calendar } from '../calendar.js';
import { catalogue } from './load.js';
import en from './common/en.js';

/** The words of the library, by element; those of the organization chart are apart, in org-chart.ts. */
export type Messages = typeof en & { calendar?: Calendar };

const load = catalogue<Messages>(en, {
  am: () => import('./common/am.js'),
  ar: () => import('./common/ar.js'),
  bn: () => import('./common/bn.js'),
  de: () => import('./common/de.js'),
  es: () => import('./common/es.js'),
  fa: () => import('./common/fa.js'),
  fr: () => import('./common/fr.js'),
  hi: () => import('./common/hi.js'),
  ht: () => import('./common/ht.js'),
  it: () => import('./common/it.js'),
  my: () => import('./common/my.js'),
  ne: () => import('./common/ne.js'),
  ps: () => import('./common/ps.js'),
  pt: () => import('./common/pt.js'),
  ru: () => import('./common/ru.js'),
  so: () => import('./common/so.js'),
  sw: () => import('./common/sw.js'),
  ti: () => import('./common/ti.js'),
  tr: () => import('./common/tr.js'),
  uk: () => import('./common/uk.js'),
  ur: () => import('./common/ur.js'),
  vi: () => import('./common/vi.js'),
  zh: () => import('./common/zh.js'),
});

export async function loadMessages(tag: string): Promise<Messages> {
  const messages = await load(tag);
  if (messages.calendar) addCalendar(tag, messages.calendar);
  return messages;
}
