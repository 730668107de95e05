import type { ParsedContact } from '../../feed/parts/contacts.js';
import type { ParsedPhone } from '../../feed/parts/contact-points.js';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Contacts for search engines, as schema.org ContactPoints. */
export const contactPoints = (contacts: readonly ParsedContact[]): object[] =>
  contacts.map(({ name, url, phones = [], email, languages, countries, hours }) => ({
    '@context': 'https://schema.org',
    '@type': 'ContactPoint',
    contactType: 'press',
    name,
    url,
    telephone: numbers(phones.filter(({ kind }) => kind !== 'fax')),
    faxNumber: numbers(phones.filter(({ kind }) => kind === 'fax')),
    email,
    availableLanguage: languages,
    areaServed: countries,
    hoursAvailable: hours?.map(({ days: open, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: open.map((day) => `https://schema.org/${days[day - 1]}`),
      opens,
      closes,
    })),
  }));

const numbers = (phones: readonly ParsedPhone[]) =>
  phones.length
    ? phones.map(({ number, text, extension }) => `${number ?? text}${extension ? `;ext=${extension}` : ''}`)
    : undefined;
