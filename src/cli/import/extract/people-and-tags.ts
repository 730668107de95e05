import type { Item } from '../../../feed/schema/model.generated.js';
import { plainText } from '../clean/html.js';
import type { Reporter } from '../../diagnostics.js';
import type { Story } from './story.js';

/** Names that systems give, not people. */
const nobody =
  /^(?:admin(?:istrator|istrador|istrateur)?|root|webmaster|super ?user|anonym(?:ous|e)|wordpress|wp-?admin|site-?admin|test)\d*$/i;
/** What WordPress calls its first category, in the languages of its translations. */
const noCategory = new RegExp(
  `^(?:${[
    'uncategori[sz]ed|unclassified|no category|non class[ée]+|non cat[ée]goris[ée]+|sans cat[ée]gorie|sin (?:categor[ií]a|categorizar|clasificar)|sem categoria|sen categoría|sense categoria|nicht kategorisiert|unkategorisiert|ohne kategorie|senza categoria|geen categorie|ongecategoriseerd|uncategorised',
    'allgemein|bez tēmas|gun roinn-seòrsa|heb gategori|i pakategorizuar|isio-gawanyo|määratlemata|nekategorisano|neuvrščeni|ora ono kategorine|sailkatugabeak|sen categorizar|senkategoria|tanpa katagori',
    'некатегоризовано|კატეგორიის გარეშე|سەھىپە ئايرىلمىغان|هاوپۆلنه\u200c?كراو|বিভাগবিহীন|வகைப்படுத்தப்படாதது|වර්ගීකරණය නොකළ|က\u200b?ဏ္ဍ\u200b? ခွဲမထား',
    'без (?:рубрики|категори[ия]|категорії)|некатегоризиран[оаи]?|несортированное|غير مصنف|غير مصنفة|بدون تصنيف|بلا تصنيف|未分类|未分類|未归类|分類無し|カテゴリーなし|분류되지 않음|미분류',
    'bez kategori[ie]|brak kategorii|nezařazené|nezaradené|nerazvrščeno|nekategorizirano|kategorizálatlan|nincs kategorizálva|fără categorie|ukategoriser(?:et|t)|ikke kategoriseret|okategoriserade?|luokittelematon|yleinen|kategorilenmemiş|genel|chưa phân loại|chưa được phân loại|tak berkategori|tidak berkategori|ไม่มีหมวดหมู่|αταξινόμητα|χωρίς κατηγορία|ללא קטגוריה|دسته‌بندی نشده',
  ].join('|')})$`,
  'i',
);

/** Who wrote a story and what it is about, without what systems say where nobody said anything. */
export function takePeopleAndTags(item: Item, story: Story, { notes, lineOf }: Reporter): void {
  const reported = (values: string[], none: RegExp, names: [string, string]) =>
    values.filter((value) => {
      if (!none.test(value)) return true;
      notes.count(names, 'left out: it means nothing to readers', () => lineOf());
      return false;
    });
  const authors = reported(texts(story.authors), nobody, ['author such as “admin”', 'authors such as “admin”']);
  if (authors.length) item.authors = authors.map((name) => ({ name }));
  const tags = reported(texts(story.tags), noCategory, ['tag such as “Uncategorized”', 'tags such as “Uncategorized”']);
  if (tags.length) item.tags = tags;
}

const texts = (values: (string | undefined)[] = []) => [
  ...new Set(values.map((entry) => plainText(entry ?? '')).filter(Boolean)),
];
