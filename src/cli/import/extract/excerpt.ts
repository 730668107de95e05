/** How sites invite to read on. */
const invitation =
  "continue reading|keep reading|read (?:more|on|the (?:full|whole|rest)|full)|(?:view|see) (?:more|full)|more (?:»|→|>>)|lire (?:la suite|plus|l[’']article)|en savoir plus|continuer la lecture|leer (?:más|el resto|completo)|ver más|seguir leyendo|continuar leyendo|(?:leia|ler|saiba|ver) mais|continue (?:lendo|a ler)|continuar a ler|читать (?:далее|дальше|полностью|ещё)|подробнее|далее →|(?:اقرأ|قراءة|لقراءة) (?:المزيد|البقية)|المزيد|متابعة القراءة|阅读(?:更多|全文)|继续阅读|查看(?:更多|全文)|weiterlesen|mehr lesen|leggi (?:tutto|di più)|continua a leggere|lees (?:meer|verder)";
const dots = '(?:…|\\.{3,}|&hellip;)';
const atEnd = new RegExp(
  `\\s*(?:\\[${dots}\\]|\\(${dots}\\)|\\[(?=(?:${invitation}))[^\\]]*\\]|${dots})?\\s*(?:[(\\[«<→]?\\s*(?:${invitation})(?![^\\s]{0,3}\\p{Ll}{4,}\\p{L}).{0,160})?$`,
  'iu',
);

/**
 * How a text ends that breaks off: `[…]`, `…`, `Read more`.
 *
 * @param text Plain, white space joined.
 * @returns What stands there, with the blanks before it; empty where the text is whole.
 */
export function breakOff(text: string): string {
  const [end = ''] = atEnd.exec(text.slice(-260)) ?? [];
  return end.trim() ? end : '';
}

/** A summary without its invitation to read on, ended with `…` where it breaks off in a sentence. */
export function withoutInvitation(summary: string): string {
  const end = breakOff(summary);
  if (!end) return summary;
  const text = summary.slice(0, -end.length).trimEnd();
  return !text || /[.!?…。！？؟]["”»’]?$/.test(text) ? text : `${text}…`;
}
