/** What stands as title over a page that a server shows in place of what was asked for, in the six languages and Portuguese. */
const titles: Record<string, string[]> = {
  status: ['(?:http )?(?:error )?[45]\\d\\d(?: .{1,40})?', 'error', '(?:page |file |object )?not found'],
  en: [
    '(?:access|permission) denied|forbidden|unauthori[sz]ed|request (?:rejected|blocked)|access to this page has been denied',
    'bad gateway|gateway time-?out|(?:internal )?server error|too many requests|application error',
    '(?:service |site )?(?:temporarily )?(?:unavailable|down)|(?:website |site )?(?:under |is under )?maintenance(?: mode)?|we’ll be back soon',
    'error establishing a database connection|something went wrong|an error (?:has )?occurred|fatal error',
    'just a moment|attention required!?|checking your browser.*|are you (?:a )?(?:human|robot).*|security check.*|ddos protection.*',
    '(?:log|sign) ?in|login|authentication required|session expired',
    'welcome to nginx!?|apache2? .*default page.*|it works!?|index of /.*|.* (?:domain )?is for sale!?|domain parked',
  ],
  fr: [
    'page (?:non trouvée|introuvable|inexistante)|accès (?:refusé|interdit)|erreur|service (?:temporairement )?indisponible',
    '(?:site )?en maintenance|maintenance du site|un instant|connexion|se connecter|identification|bientôt de retour',
  ],
  es: [
    '(?:página )?no encontrada|acceso (?:denegado|prohibido)|servicio (?:temporalmente )?no disponible',
    '(?:sitio )?en mantenimiento|un momento|iniciar sesión|acceder|inicio de sesión',
  ],
  pt: ['página não encontrada|acesso negado|erro|serviço indisponível|(?:site )?em manutenção|entrar|iniciar sessão'],
  ru: [
    '(?:страница )?не найден[ао]|доступ (?:запрещ[её]н|закрыт)|ошибка|(?:сервис|сайт) (?:временно )?недоступен',
    'технические работы|сайт на (?:обслуживании|реконструкции)|вход|войти|авторизация|минуту|подождите',
  ],
  ar: [
    '(?:الصفحة )?غير موجودة?|(?:تم )?رفض الوصول|الوصول مرفوض|ممنوع|خطأ|الخدمة غير (?:متوفرة|متاحة)|(?:تحت |قيد )?الصيانة|تسجيل الدخول',
  ],
  zh: [
    '(?:页面|网页)?(?:未找到|不存在|找不到)|(?:无法|拒绝|禁止)访问|访问被拒绝|错误|服务(?:暂时)?不可用|(?:网站|系统)?维护中?|登[录陆]|请稍候',
  ],
};

/** After such a title comes nothing, or the name of the site. */
const errorTitle = new RegExp(
  `^(?:${Object.values(titles).flat().join('|')})(?:\\s*(?:[|–—·•]|- ).*|[\\s.!…]*)$`,
  'iu',
);

/** Letters that no page of that kind has. */
const longest = 1500;

/**
 * What a page is that stands in the place of another: its title, quoted; undefined for one that says something.
 *
 * @param names The title and headings of the page.
 * @param text What there is to read on it, without navigation.
 */
export const errorTitleOf = (names: readonly string[], text: string): string | undefined =>
  text.length > longest
    ? undefined
    : names.map((name) => name.replace(/\s+/g, ' ').trim()).find((name) => errorTitle.test(name));
