import type { Figure, Item, Office, Unit } from '../../../feed/schema/model.generated.js';
import { normalizeHeading } from './headings.js';

/** Words for each value that a field may have, in the six languages; the value itself is one, too. */
type Choices<Value extends string> = Record<Value, string>;

const offices: Choices<NonNullable<Office['kind']>> = {
  headquarters:
    'HQ|head office|main office|siège|siège principal|sede|sede central|المقر|المقر الرئيسي|штаб-квартира|总部',
  regional:
    'regional office|bureau régional|régional|oficina regional|مكتب إقليمي|إقليمي|региональное бюро|региональный офис|区域办事处|地区办事处|区域',
  country:
    'country office|mission|bureau de pays|bureau national|national|oficina en el país|oficina de país|oficina nacional|misión|مكتب قطري|قطري|بعثة|страновое бюро|представительство|национальное бюро|国家办事处|国家代表处',
  'sub-office':
    'suboffice|field office|sous-bureau|antenne|bureau auxiliaire|suboficina|oficina auxiliar|oficina local|مكتب فرعي|فرعي|отделение|подотделение|местное бюро|分办事处|次级办事处',
  liaison:
    'liaison office|bureau de liaison|oficina de enlace|enlace|مكتب اتصال|اتصال|бюро по связям|联络处|联络办事处',
  clinic:
    'medical centre|medical center|health centre|clinique|centre médical|centre de santé|clínica|centro médico|عيادة|مركز طبي|مركز صحي|клиника|медицинский центр|医疗中心|诊所',
  centre:
    'center|administrative centre|centre administratif|centro|centro administrativo|مركز|مركز إداري|центр|административный центр|行政中心|中心',
};

const unitKinds: Choices<NonNullable<Unit['kind']>> = {
  unit: 'department|division|service|unité|département|direction|unidad|departamento|servicio|وحدة|قسم|إدارة|подразделение|отдел|департамент|部门|单位',
  office: 'bureau|oficina|مكتب|бюро|офис|办公室|办事处',
  post: 'position|poste|fonction|puesto|cargo|منصب|وظيفة|должность|пост|职位|岗位',
  assistant: 'assistante|adjoint|adjointe|asistente|مساعد|مساعدة|помощник|помощница|ассистент|助理',
};

const states: Choices<NonNullable<Unit['state']>> = {
  vacant: 'vacancy|vacante|vacant post|poste vacant|شاغر|вакантно|вакансия|空缺',
  'not-disclosed': 'non communiqué|no publicado|غير معلن|не раскрывается|未公开',
  eliminated: 'abolished|supprimé|suprimido|ملغى|упразднено|упразднена|已撤销',
  shared:
    'shared post|partagé|poste partagé|compartido|puesto compartido|منصب مشترك|مشترك|совместная должность|共用职位',
};

const figureKinds: Choices<NonNullable<Figure['kind']>> = {
  count: 'number|nombre|effectif|número|cantidad|عدد|число|количество|数量|数字',
  year: 'année|an|año|سنة|عام|год|年|年份',
  percent: 'percentage|pourcentage|porcentaje|نسبة مئوية|نسبة|процент|百分比',
  money: 'amount|montant|argent|importe|dinero|مبلغ|مال|сумма|деньги|金额',
};

const qualifiers: Choices<NonNullable<Figure['qualifier']>> = {
  about:
    'approximately|approx|around|circa|nearly|environ|près de|approximativement|aproximadamente|alrededor de|unos|unas|cerca de|حوالي|نحو|ما يقارب|около|примерно|приблизительно|约|大约|近',
  'more-than':
    'over|at least|plus de|au moins|plus que|más de|al menos|أكثر من|ما يزيد على|более|более чем|свыше|не менее|超过|多于|逾|至少',
  'less-than': 'under|moins de|menos de|أقل من|менее|менее чем|меньше|少于|不到',
};

const better: Choices<NonNullable<Figure['better']>> = {
  up: 'higher|more|hausse|plus|à la hausse|subida|al alza|más|ارتفاع|أعلى|рост|выше|больше|上升|增加',
  down: 'lower|less|baisse|moins|à la baisse|bajada|a la baja|menos|انخفاض|أقل|снижение|ниже|меньше|下降|减少',
};

const items: Choices<NonNullable<NonNullable<Item['_iom']>['kind']>> = {
  'press-release':
    'release|communiqué|communiqué de presse|comunicado|comunicado de prensa|بيان صحفي|пресс-релиз|新闻稿',
  news: 'news item|actualité|actualités|nouvelle|noticia|noticias|خبر|أخبار|новость|новости|新闻',
  statement: 'déclaration|declaración|تصريح|بيان|заявление|声明',
  story: 'feature|récit|reportage|histoire|historia|reportaje|قصة|история|репортаж|故事',
  briefing: 'press briefing|point de presse|rueda de prensa|sesión informativa|إحاطة إعلامية|брифинг|吹风会|简报',
  advisory: 'media advisory|avis aux médias|aviso a los medios|تنويه لوسائل الإعلام|уведомление для сми|媒体通告',
};

/** The values that fields may have. */
export const choices = { offices, unitKinds, states, figureKinds, qualifiers, better, items };

/** Values by their words as they are compared; made when the first is asked for. */
const known = new WeakMap<object, Map<string, string>>();

function valuesOf<Value extends string>(of: Choices<Value>): Map<string, Value> {
  const values =
    known.get(of) ??
    new Map(
      Object.entries<string>(of)
        .flatMap(([value, names]) =>
          [value, ...names.split('|')].map((name) => [normalizeHeading(name), value] as const),
        )
        .reverse(),
    );
  known.set(of, values);
  return values as Map<string, Value>;
}

/** The value that a word stands for; undefined where it is none of them. */
export const choiceOf = <Value extends string>(text: string, of: Choices<Value>): Value | undefined =>
  valuesOf(of).get(normalizeHeading(text));

/** The value whose word a text begins with, and what follows it. */
export function leadingChoice<Value extends string>(
  text: string,
  of: Choices<Value>,
): { value: Value; rest: string } | undefined {
  for (const value of Object.keys(of) as Value[]) {
    for (const name of [value, ...of[value].split('|')]) {
      if (!text.toLowerCase().startsWith(name.toLowerCase())) continue;
      const rest = text.slice(name.length);
      if (!/^\p{L}/u.test(rest)) return { value, rest: rest.trim() };
    }
  }
  return undefined;
}
