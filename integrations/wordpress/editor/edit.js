import { control } from './controls.js';
import { decodeAll, writtenAttributes } from './values.js';
import { useFeed } from './use-feed.js';

const { blockEditor, components, data, element, i18n } = window.wp;
const { InspectorControls, useBlockProps } = blockEditor;
const { Disabled, ExternalLink, Notice, PanelBody, Placeholder, SelectControl } = components;
const { createElement: h, Fragment, useEffect, useRef, useState } = element;
const { __ } = i18n;

const { feeds, language, settings, example } = window.iomWidgets;

/** What stands in the feed that examples show: asked for once, when the first one is looked at. */
let exampleFeed;
const loadExample = () => (exampleFeed ??= fetch(example).then((answer) => answer.json()));

const isAddress = (text) => /^https?:\/\/./.test(text ?? '');

/** The preview: the element itself. */
function Preview({ name, title, values, src, feed }) {
  const ref = useRef();
  // A property, which React doesn’t set.
  useEffect(() => {
    if (ref.current) ref.current.feed = feed ?? undefined;
  }, [feed]);
  const props = { ...writtenAttributes(values), lang: values.lang, src: feed ? undefined : src, loading: 'eager', ref };
  return h(Disabled, null, h(`iom-${name}`, props, h('a', { href: '#top' }, title)));
}

/** The inserter shows a block as it may look. */
function Example({ name, title }) {
  const [feed, setFeed] = useState();
  useEffect(() => void loadExample().then(setFeed, () => undefined), []);
  return h('div', useBlockProps(), feed ? h(Preview, { name, title, values: { lang: feed.language }, feed }) : title);
}

/** Which feed: of those the site has, or any other. */
function FeedChoice({ attribute, values, set }) {
  const [isOther, setOther] = useState(values.src !== undefined || !feeds.length);
  const options = [
    ...feeds.map(({ id, name }, index) => ({ value: index ? id : '', label: name })),
    { value: '#other', label: __('Another address', 'iom-widgets') },
  ];
  return h(
    Fragment,
    null,
    feeds.length > 0 &&
      h(SelectControl, {
        __next40pxDefaultSize: true,
        __nextHasNoMarginBottom: true,
        label: __('Feed', 'iom-widgets'),
        value: isOther ? '#other' : (values.feed ?? ''),
        options,
        onChange: (id) => {
          setOther(id === '#other');
          set({ feed: id === '#other' ? undefined : id || undefined, src: undefined });
        },
      }),
    isOther && control(attribute, values.src, (src) => set({ src })),
    settings && h('p', null, h(ExternalLink, { href: settings }, __('Feeds of this site', 'iom-widgets'))),
  );
}

const languages = { ar: 'العربية', zh: '中文', en: 'English', fr: 'français', ru: 'русский', es: 'español' };

const LanguageChoice = ({ value, set }) =>
  h(SelectControl, {
    __next40pxDefaultSize: true,
    __nextHasNoMarginBottom: true,
    label: __('Language', 'iom-widgets'),
    value: value ?? '',
    options: [
      { value: '', label: __('Same as the page', 'iom-widgets') },
      ...Object.entries(languages).map(([code, name]) => ({ value: code, label: name })),
    ],
    onChange: (code) => set(code || undefined),
  });

/** The inspector: four panels, each with what the element has in it. */
function Inspector({ entry, values, set, known }) {
  const of = (panel) =>
    entry.attributes
      .filter((attribute) => attribute.panel === panel && attribute.name !== 'src')
      .map((attribute) =>
        control(attribute, values[attribute.name], (value) => set({ [attribute.name]: value }), known?.choices),
      );
  const panel = (title, children, initialOpen = false) =>
    children.some(Boolean) && h(PanelBody, { title, initialOpen }, children);
  const src = entry.attributes.find(({ name }) => name === 'src');
  return h(
    InspectorControls,
    null,
    panel(
      __('What to show', 'iom-widgets'),
      [
        known?.problem && h(Notice, { key: 'problem', status: 'warning', isDismissible: false }, known.problem),
        h(FeedChoice, { key: 'feed', attribute: src, values, set }),
        ...of('show'),
      ],
      true,
    ),
    panel(__('Look', 'iom-widgets'), of('look')),
    panel(__('Language', 'iom-widgets'), [
      h(LanguageChoice, { key: 'lang', value: values.lang, set: (lang) => set({ lang }) }),
      ...of('language'),
    ]),
    panel(__('More', 'iom-widgets'), of('more')),
  );
}

/** Keeps the link that is left without the plugin up to date; that is no change of the author’s. */
function useLink(known, { link, linkText }, setAttributes) {
  const { __unstableMarkNextChangeAsNotPersistent: asOurs } = data.useDispatch('core/block-editor');
  const next = known?.link;
  const text = known?.title;
  useEffect(() => {
    if (!next || (next === link && linkText)) return;
    asOurs?.();
    setAttributes({ link: next, linkText: escapeText(text || next) });
  }, [next, text]);
}
const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The component of a block. */
export const edit = (entry) => {
  const title = __(entry.title, 'iom-widgets');
  function Edit({ attributes, setAttributes }) {
    const values = decodeAll(attributes);
    const known = useFeed(values);
    useLink(known, attributes, setAttributes);
    const src = known?.src;
    return h(
      Fragment,
      null,
      h(Inspector, { entry, values, set: setAttributes, known }),
      h(
        'div',
        useBlockProps(),
        isAddress(src)
          ? h(Preview, {
              name: entry.name,
              title,
              values: { ...values, lang: values.lang ?? language },
              src,
              feed: known.feed,
            })
          : h(Placeholder, {
              label: title,
              instructions: known
                ? __('Enter the address of a feed in the sidebar, or have one set for the whole site.', 'iom-widgets')
                : '…',
            }),
      ),
    );
  }
  return (props) => h(props.attributes.isExample ? Example : Edit, { ...props, name: entry.name, title });
};
