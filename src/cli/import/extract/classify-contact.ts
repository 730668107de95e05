/** What a few words about a contact are: a person's name, a post, an office, or nothing that is known. */
export interface ContactPart {
  name?: string;
  role?: string;
  office?: string;
}

const acronyms = 'IOM|OIM|UN|ONU|МОМ|ООН|المنظمة الدولية للهجرة|国际移民组织';
const officeWords =
  '(?:country |regional |liaison |field )?office|mission|headquarters|bureau|siège|oficina|misión|sede|ufficio|missione|escritório|büro|бюро|представительство|миссия|штаб-квартира|مكتب|بعثة|مقر|办事处|代表处|总部';
const roleWords =
  'spokes(?:person|man|woman)|press|media|communications?|public information|information|officer|director|deputy|head|chief|manager|coordinator|assistant|consultant|specialist|adviser|advisor|expert|editor|team|desk|unit|department|porte-parole|presse|médias|chargée?|responsable|directeur|directrice|cheffe?|coordinat(?:eur|rice)|attachée?|service|portavoz|prensa|medios|comunicación|encargad[oa]|jef[ea]|oficial|coordinador[a]?|stampa|portavoce|comunicazione|addett[oa]|uffici?o stampa|pressesprecher(?:in)?|пресс-[\\p{L}]+|представитель|координатор|директор|الناطق|الناطقة|المتحدث|المتحدثة|مسؤول|مسؤولة|منسق|منسقة|مدير|مديرة|发言人|新闻官|主任|官员';

const word = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
const acronym = new RegExp(`(?<!\\p{L})(?:${acronyms})(?!\\p{L})`, 'u');
const office = new RegExp(`${acronym.source}|${word(officeWords).source}`, 'iu');
const role = word(roleWords);

const particle = "(?:(?:de|da|di|do|du|des|del|della|la|le|van|von|der|den|el|al|bin|ben|ibn|dos|e|y) )*(?:[dl]['’])?";
const title = /^(?:mr|ms|mrs|miss|dr|prof|m|mme|mlle|sr|sra|dott|herr|frau|г-н|г-жа|السيدة?)\.? /iu;
const capital = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const person = new RegExp(
  `^(?:${[
    `${capital}(?: ${particle}${capital}){1,4}`,
    '[\\p{Script=Arabic}-]{2,}(?: [\\p{Script=Arabic}-]{2,}){1,3}',
    '[\\p{Script=Han}·]{2,12}',
  ].join('|')})$`,
  'u',
);

const isPerson = (text: string) => person.test(text.replace(title, '')) && !office.test(text) && !role.test(text);

const article = /^(?:(?:the|la|le|el|il|o|die|das) |l['’])/i;

/** Joins a person and an office: `Test Person at IOM Cairo`, `Test Person IOM Cairo`. */
const joint = new RegExp(
  `^(?<name>.+?) (?:(?:at|of|from|with|chez|de|del|en|in|au|à|a|da|di|bei|в|из|من|في) )?(?:the |la |l['’]|el )?(?<office>(?:${acronyms})(?!\\p{L}).*)$`,
  'u',
);
/** `IOM's Test Person`, `IOM Spokesperson Test Person`. */
const possessive = new RegExp(`^(?<office>(?:${acronyms})[^,]*?)['’]s? (?<rest>.+)$`, 'u');
const placed = new RegExp(`^(?<name>.+) (?:in|at|à|a|en|в|في) (?<office>${capital}(?: ${capital}){0,3})$`, 'u');

/**
 * Says what a piece of text between commas is.
 *
 * @returns Undefined when it can't be told.
 */
export function classify(piece: string): ContactPart | undefined {
  if (isPerson(piece)) return { name: piece };
  for (const path of [possessive, joint, placed]) {
    const { name, office, rest } = path.exec(piece)?.groups ?? {};
    if (rest) {
      const who = classify(rest);
      if (who?.name) return { ...who, office: [office, who.office].filter(Boolean).join(', ') };
    }
    const person = name && (isPerson(name) ? { name } : postAndPerson(name));
    if (person) return { ...person, office };
  }
  const both = postAndPerson(piece);
  if (both) return both;
  if (piece.length > 90) return undefined;
  const bare = piece.replace(article, '');
  if (role.test(piece)) return { role: bare };
  return office.test(piece) ? { office: bare } : undefined;
}

/** `Press Officer Test Person`: the name begins after the last word of the post. */
function postAndPerson(text: string): ContactPart | undefined {
  const words = text.split(' ');
  const last = words.findLastIndex((entry) => role.test(entry));
  const name = words.slice(last + 1).join(' ');
  if (last < 0 || !isPerson(name)) return undefined;
  const post = words.slice(0, last + 1).join(' ');
  const [before] = acronym.exec(post) ?? [];
  return post.startsWith(`${before} `)
    ? { name, office: before, role: post.slice(before!.length + 1) }
    : { name, role: post };
}
