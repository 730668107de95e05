/**
 * How releases say whom to ask, as regular expressions in which a blank stands for any white space. An opening needs its
 * verb, or a colon or line end after it: `For more information, visit …` is none.
 */
const phrases: Record<string, { opening: string; verb: string }> = {
  en: {
    opening:
      'for [^.:!?]{0,40}?(?:information|details|enquir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|questions?|interviews?)|to (?:arrange|request) (?:an )?interviews?',
    verb: 'contact|get in touch with|reach out to|call|e-?mail|write to',
  },
  fr: {
    opening:
      'pour [^.:!?]{0,40}?(?:informations?|renseignements?|précisions|détails|questions?)|pour en savoir (?:plus|davantage)',
    verb: "contact(?:er|ez)|prendre contact avec|s['’]adresser à|adressez-vous à|joindre|écrire à|appeler",
  },
  es: {
    opening: 'para [^.:!?]{0,40}?(?:información|informaciones|detalles|consultas)|si desea más información',
    verb: '(?:ponerse|póngase) en contacto con|contact(?:arse|ar|e)(?: con| a)?|comun(?:icarse|íquese) con|dirigirse a|escribir a|llamar a',
  },
  pt: {
    opening: 'para [^.:!?]{0,40}?(?:informações|esclarecimentos)',
    verb: 'contac?t(?:ar|e|ate)|entr(?:ar|e) em contac?to com',
  },
  it: {
    opening: 'per [^.:!?]{0,40}?(?:informazioni|dettagli)',
    verb: 'contatt(?:are|i)|rivolgersi a|scrivere a',
  },
  de: {
    opening: '(?:für )?(?:weitere|nähere) (?:informationen|auskünfte)',
    verb: 'kontaktieren(?: sie)?|wenden sie sich(?: bitte)? an',
  },
  ru: {
    opening: '(?:за|для) [^.:!?]{0,40}?(?:информаци(?:и|ей)|сведени(?:й|ями))',
    verb: 'обра(?:щайтесь|щаться|титься)(?: к| в)?|свя(?:житесь|зывайтесь|заться)(?: с)?',
  },
  ar: {
    opening: '(?:لل?مزيد من|للحصول على (?:المزيد|مزيد) من) (?:ال)?معلومات|لل?استفسار(?:ات)?',
    verb: '(?:الاتصال|التواصل)(?: مع| على| بـ?(?= ))?',
  },
  zh: { opening: '(?:如需|欲|若需|查询|了解)[^。：:]{0,20}?(?:信息|详情|资讯|情况)|更多信息', verb: '联系|联络|致电' },
};

/** Lines that stand above the contacts. */
const headings = [
  '(?:(?:press|media|iom) )?contacts?(?: (?:information|details|persons?))?(?: for (?:the )?(?:press|media))?',
  '(?:press|media) (?:enquiries|inquiries|office)',
  'contacts? (?:presse|médias?|pour la presse)',
  'contactos?(?: (?:de prensa|para (?:la prensa|(?:los )?medios)))?',
  'contatt[oi](?: stampa)?',
  'pressekontakt',
  'контакт(?:ы|ная информация)?(?: для (?:прессы|сми))?',
  '(?:جهات?|معلومات) (?:ال)?اتصال|للاتصال|للتواصل',
  '(?:媒体|新闻)?联系(?:人|方式)',
].join('|');

const polite =
  'please|kindly|veuillez|prière de|merci de|vous pouvez|por favor|sírvase|se ruega|favor(?: de)?|si prega di|bitte|пожалуйста|просьба|просим|يرجى|الرجاء|请';
/** Chinese writes its words without anything between them. */
const wordStart = '(?:(?<!\\p{L})|(?<=\\p{Script=Han}))';
const spoken = Object.values(phrases).map(
  ({ opening, verb }) =>
    `(?:${opening})(?:[^.!?:\\d@/]{0,80}?${wordStart}(?:${verb})(?![a-zà-ÿа-я])|[ ,]*(?:(?:${polite})[ ,]*)?(?= *:| *$))`,
);
const pattern = new RegExp(
  `${wordStart}(?:${spoken.join('|')})(?:[ :：，]|the following)*|^[^\\S\\n]*(?:${headings}) *(?:[:：] *|$)`.replaceAll(
    ' ',
    '\\s',
  ),
  'gimu',
);

/** Where a text says whom to ask. */
export const leadIns = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
