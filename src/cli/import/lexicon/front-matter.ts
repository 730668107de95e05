import { normalizeHeading } from './headings.js';

/** Names of what the head of a Markdown file says, in the six languages and as site generators write them. */
const names = {
  title: 'title|titre|título|العنوان|заголовок|название|标题',
  date: 'date|published|date_published|publish date|pubdate|publishDate|date de publication|fecha|fecha de publicación|التاريخ|дата|дата публикации|日期|发布日期',
  modified:
    'modified|updated|lastmod|date_modified|last_modified_at|mis à jour|mise à jour|modifié|actualizado|modificado|обновлено|изменено|更新',
  language: 'language|lang|locale|langue|idioma|اللغة|язык|语言',
  summary:
    'summary|description|excerpt|abstract|résumé|chapeau|chapô|extrait|resumen|entradilla|ملخص|краткое содержание|аннотация|摘要|简介',
  image:
    'image|picture|photo|cover|featured_image|featuredImage|thumbnail|illustration|imagen|foto|الصورة|صورة|изображение|фото|图片|照片',
  alt: 'alt|image_alt|imageAlt|image description|texte alternatif|description de l’image|texto alternativo|النص البديل|альтернативный текст|替代文本',
  caption: 'caption|image_caption|légende|leyenda|pie de foto|تعليق الصورة|подпись|图片说明',
  credit: 'credit|image_credit|photographer|crédit|crédit photo|crédito|مصدر الصورة|фотограф|автор фото|图片来源',
  tags: 'tags|tag|keywords|topics|categories|category|mots-clés|thèmes|étiquettes|etiquetas|palabras clave|temas|categorías|الوسوم|المواضيع|метки|темы|ключевые слова|标签|主题|关键词',
  authors: 'author|authors|auteur|auteurs|autor|autores|المؤلف|автор|авторы|作者',
  url: 'url|link|canonical|canonical_url|permalink|adresse|lien|enlace|الرابط|ссылка|адрес|链接|网址',
  id: 'id|guid|identifiant|identificador|المعرف|идентификатор|标识',
  kind: 'kind|type|genre|tipo|النوع|тип|вид|类型',
  countries: 'countries|country|pays|países|país|البلدان|البلد|страны|страна|国家',
  contacts:
    'contacts|contact|press_contact|contact presse|contactos|contacto|جهات الاتصال|جهة الاتصال|контакты|контакт|联系人',
  dateline: 'dateline|place|city|lieu|ville|lugar|ciudad|المكان|место|город|地点',
  embargo: 'embargo|embargo_until|embargo jusqu’au|embargo hasta|حظر النشر حتى|эмбарго до|эмбарго|禁发至',
  status: 'status|statut|estado|الحالة|статус|状态',
  draft: 'draft|brouillon|borrador|مسودة|черновик|草稿',
  visibility: 'visibility|visibilité|visibilidad|الظهور|видимость|可见性',
  isPrivate: 'private|hidden|unlisted|privé|privée|privado|privada|masqué|oculto|خاص|скрыто|私密',
  password: 'password|protected|mot de passe|contraseña|كلمة المرور|пароль|密码',
  expires:
    'expires|expiry|expiryDate|expiry_date|expiration|unpublish|unpublishDate|unpublish date|expire le|date d’expiration|caduca|fecha de caducidad|تنتهي|истекает|到期',
  isPublished: 'publish|is_published|publié|publicado|منشور|опубликовано|已发布',
  version: 'translation_key|translationKey|translation_of|ref|translation',
  attachments: 'attachments|files|documents|pièces jointes|fichiers|adjuntos|archivos|المرفقات|вложения|файлы|附件',
  corrections: 'corrections|correction|correctifs|rectificatifs|correcciones|rectificaciones|تصويبات|исправления|更正',
  eventStart: 'event|event_start|événement|evento|الفعالية|мероприятие|活动',
  eventEnd: 'event_end|fin de l’événement|fin del evento|نهاية الفعالية|конец мероприятия|活动结束',
  eventPlace:
    'event_place|event_location|lieu de l’événement|lugar del evento|مكان الفعالية|место мероприятия|活动地点',
  notes: 'notes|notes to editors|note aux rédactions|notes aux rédacteurs|notas|ملاحظات|примечания|编者注',
} as const;

export type FrontMatterField = keyof typeof names;

const known = new Map(
  Object.entries(names).flatMap(([field, all]) =>
    [field, ...all.split('|')].map((name) => [normalizeHeading(name), field as FrontMatterField]),
  ),
);

/** The field that a key of the head stands for; undefined where it is not known. */
export const frontMatterField = (key: string): FrontMatterField | undefined => known.get(normalizeHeading(key));

/** Keys by which site generators lay out a page: they say nothing about the story. */
export const isForLayout = (key: string): boolean =>
  /^(?:layout|template|weight|order|nav|menu|sidebar|toc|aliases|redirect_from|slug|comments|sitemap|class|css|js|math|cascade|outputs|params|section|eleventy\w*|mode)$/i.test(
    key,
  );
