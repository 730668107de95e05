// Fonts of npm, so that texts are as long on one machine as on the other.

const folder = '/node_modules/@fontsource';
const sheets = [
  ...[400, 600, 700].flatMap((weight) => [`noto-sans/${weight}`, `noto-sans-arabic/${weight}`]),
  ...[400, 600, 700].map((weight) => `roboto-condensed/${weight}`),
  ...[400, 700].map((weight) => `dejavu-sans/${weight}`),
  'zcool-xiaowei/chinese-simplified-400',
];

/** Of different widths, each with what it lacks: as `font-family`. */
export const families = {
  regular: '"Noto Sans", "Noto Sans Arabic", "ZCOOL XiaoWei", sans-serif',
  /** As wide as Verdana. */
  wide: '"DejaVu Sans", "ZCOOL XiaoWei", sans-serif',
  narrow: '"Roboto Condensed", "Noto Sans Arabic", "ZCOOL XiaoWei", sans-serif',
} as const;

export type Family = keyof typeof families;

/** What a page needs in its head to use them. */
export const fontSheets = sheets.map((sheet) => `<link rel="stylesheet" href="${folder}/${sheet}.css" />`).join('');

/** The same, for a page that uses one of them everywhere, in titles too: of a `serif` each machine has another. */
export const fontsOf = (family: Family) =>
  `${fontSheets}<style>body, h1, h2, ::part(heading), ::part(title) { font-family: ${families[family]} !important }</style>`;

/**
 * Loads a family into the page of a test: what is measured before it is there has the width of another one.
 *
 * @param text In every script that is going to be measured: of a font only the parts that it needs are loaded.
 */
export async function loadFonts(family: Family, text = 'aéЯع1'): Promise<void> {
  const links = sheets
    .map((sheet) => `${folder}/${sheet}.css`)
    .filter((href) => !document.querySelector(`link[href="${href}"]`))
    .map((href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
  const loaded = links.map((link) => new Promise((done) => link.addEventListener('load', done)));
  document.head.append(...links);
  await Promise.all(loaded);
  const names = families[family].split(', ').slice(0, -1);
  const weights = [400, 600, 700];
  await Promise.all(
    names.flatMap((name) => weights.map((weight) => document.fonts.load(`${weight} 16px ${name}`, text))),
  );
}
