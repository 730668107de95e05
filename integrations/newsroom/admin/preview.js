// Shows what is being written in the real elements. The frame of the preview is a document of its own: it needs the scripts
// of the elements there, and their `feed` property, since nothing of it is published yet.

import { formShows } from './guard-folder.js';

/** The element for each form. */
const elementOf = {
  ...{ releases: 'press-release', contacts: 'press-contact', offices: 'office-map', units: 'org-chart' },
  ...{ figures: 'key-figures', menu: 'site-menu', mission: 'about' },
};

const list = (value) => (Array.isArray(value) ? value : value ? [value] : []);
const slug = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
/** Without what is empty. */
const filled = (entry) =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  );

const phones = (entry) =>
  ['phone', 'mobile', 'duty'].flatMap((kind) =>
    list(entry[kind]).map((text) => ({
      number: `+${text.replace(/\D/g, '')}`,
      text,
      ...(kind !== 'phone' && { kind }),
    })),
  );

/** A file to download: what is not published yet has no address, only a name. */
const attachment = (path) => ({
  url: `https://example.org/${path.split('/').at(-1)}`,
  mime_type: 'application/octet-stream',
});

/** The day, and what was wrong. */
const correction = (text) => ({ date: `${text.slice(0, 10)}T00:00:00Z`, text: text.slice(10).trim() || '…' });

/** Name of the service, and address; while it is being typed, it may have none yet. */
const account = (text) => {
  const [, title, url] = /^\s*([^/:]+?)\s*:\s*(https?:\/\/\S+)\s*$/.exec(text ?? '') ?? [];
  return url ? [{ title, url }] : [];
};

/** An entry of a list as the feed has it. */
const entries = {
  contacts: ({ name, role, office, email, url, languages, topics, countries, time_zone, ...rest }, pictureUrl) =>
    filled({
      id: slug(name),
      name,
      role,
      office,
      email,
      url,
      languages,
      topics,
      countries,
      time_zone,
      phones: phones(rest),
      image: (rest.image && pictureUrl(rest.image)) || undefined,
      accounts: rest.accounts?.length ? list(rest.accounts).flatMap(account) : undefined,
    }),
  offices: ({ name, kind, country, city, region, address, latitude, longitude, email, url, ...rest }) =>
    filled({
      ...{ id: slug(name), name, kind, country, city, region, address, latitude, longitude, email, url },
      phones: phones(rest),
    }),
  units: ({ name, parent, kind, head, state, summary, url }) =>
    filled({ id: slug(name), name, parent: parent && slug(parent), kind, head, state, summary, url }),
  figures: (
    { label, value, kind, currency, unit, qualifier, as_of, note, source, source_url, better, icon },
    pictureUrl,
  ) =>
    filled({
      icon: (icon && pictureUrl(icon)) || undefined,
      ...{ id: slug(label), label, value: Number(value), kind, currency, unit, qualifier, as_of, note, better },
      source: source && filled({ title: source, url: source_url }),
    }),
  menu: ({ title, url, summary, entries: below }) =>
    filled({
      title,
      url,
      summary,
      entries: below?.length ? below.filter(isNamed).map((entry) => entries.menu(entry)) : undefined,
    }),
};
const isNamed = (entry) => Boolean(entry?.name || entry?.label || entry?.title);

/**
 * The feed that an element shows of a form.
 *
 * @param {string} form Its name.
 * @param {object} values What is in its fields.
 * @param {object} more
 * @param {string} more.language
 * @param {(markdown: string) => string} more.toHtml
 * @param {(path: string) => string | undefined} more.pictureUrl Address of a picture, saved or not.
 * @param {object[]} more.contacts Those of the published feed.
 */
export function feedOf(form, values, { language, toHtml, pictureUrl, contacts }) {
  const head = { version: 'https://jsonfeed.org/version/1.1', title: 'Preview', language };
  const about = 'https://www.jsonfeed.org/';
  if (form !== 'releases') {
    const part = form === 'units' ? 'organization' : form;
    const content =
      form === 'mission'
        ? filled(values)
        : list(values[form])
            .filter(isNamed)
            .map((entry) => entries[form](entry, pictureUrl));
    return { ...head, items: [], _iom: { about, [part]: content } };
  }
  if (!values.title && !values.body) return { ...head, items: [] };
  const {
    title,
    date,
    summary,
    body,
    image,
    alt,
    caption,
    credit,
    type,
    place,
    tags,
    countries,
    notes,
    attachments,
    corrections,
  } = values;
  const { event_start: start, event_end: end, event_place: location } = values;
  const url = image && pictureUrl(image);
  const known = contacts.filter(({ name }) => list(values.contacts).includes(name));
  const picture = url && filled({ url, alt: alt ?? '', caption, credit });
  const extension = filled({
    kind: type || undefined,
    dateline: place,
    countries: countries?.length ? countries : undefined,
    contacts: known.length ? known.map(({ id }) => id) : undefined,
    images: picture ? [picture] : undefined,
    notes_html: notes ? toHtml(notes) : undefined,
    corrections: corrections?.length ? list(corrections).map(correction) : undefined,
    event: start ? filled({ start, end, location }) : undefined,
  });
  const item = filled({
    ...{ id: 'preview', title, summary, language, image: url || undefined },
    date_published: date || undefined,
    content_html: toHtml(body ?? ''),
    tags: tags?.length ? tags : undefined,
    attachments: attachments?.length ? list(attachments).map(attachment) : undefined,
    _iom: extension,
  });
  return { ...head, items: [item], _iom: { about, ...(known.length && { contacts: known }) } };
}

/**
 * Registers a preview for each form.
 *
 * @param {object} CMS
 * @param {object} options
 * @param {string} options.scripts Address of the folder with the scripts of the elements.
 * @param {(markdown: string) => string} options.toHtml
 * @param {(language: string) => object[]} options.contactsIn Contacts of the published feed of a language.
 */
export function registerPreviews(CMS, { scripts, toHtml, contactsIn }) {
  for (const [form, name] of Object.entries(elementOf)) {
    CMS.registerPreviewTemplate(form, ({ entry, getAsset, document }) => {
      const { language: own, ...values } = entry.get('data').toJS();
      // The frame keeps the language that it was opened in; a list says its own by its folder.
      const language = own ?? /content\/([\w-]+)\//.exec(entry.get('path'))?.[1] ?? document.documentElement.lang;
      formShows(entry.get('path'));
      const pictureUrl = (path) => standIn(path.startsWith('blob:') ? path : getAsset(path)?.toString());
      const feed = feedOf(form, values, { language, toHtml, pictureUrl, contacts: contactsIn(language) });
      const show = (element) => {
        if (!element) return;
        addScript(document, `${scripts}elements/${name}.js`);
        showPictures(element);
        document.documentElement.lang = language;
        document.documentElement.dir = /^(?:ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
        element.feed = feed;
      };
      return window.h('main', {}, window.h(`iom-${name}`, { lang: language, loading: 'eager', ref: show }));
    });
  }
}

/**
 * A picture that is not published has only an address within this browser (`blob:`), which feeds can't have: another one
 * stands for it until the element is drawn.
 */
const standIn = (blob) => blob && `${new URL('picture.svg', import.meta.url)}?${encodeURIComponent(blob)}`;
const watched = new WeakSet();

function showPictures(element) {
  if (watched.has(element)) return;
  watched.add(element);
  const show = () => {
    for (const picture of element.shadowRoot?.querySelectorAll('img[src*="/picture.svg?"]') ?? [])
      picture.src = decodeURIComponent(picture.src.split('?')[1]);
  };
  const { MutationObserver, customElements } = element.ownerDocument.defaultView;
  void customElements.whenDefined(element.localName).then(() => {
    new MutationObserver(show).observe(element.shadowRoot ?? element, {
      subtree: true,
      childList: true,
      attributes: true,
    });
    show();
  });
}

function addScript(document, src) {
  if ([...document.scripts].some((script) => script.src === src)) return;
  document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }));
}
