// The editors of other people's systems, each as a function from the HTML that somebody pastes into its source to the HTML
// that it saves.

import { parse } from 'yaml';
import drupalStyle from '../../integrations/drupal/css/editor.css?inline';
import drupalModule from '../../integrations/drupal/iom_widgets.ckeditor5.yml?raw';

const element = 'iom-news-feed';
/** Attributes of ours that an editor is told to keep. */
const attributes = ['data-src', 'data-limit'];

const place = () => document.body.appendChild(document.createElement('div'));

async function openCkeditor(htmlSupport, options = {}) {
  const { ClassicEditor, Essentials, Paragraph, Bold, Link, List, Heading, GeneralHtmlSupport, SourceEditing } =
    await import('ckeditor5');
  return ClassicEditor.create(place(), {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold, Link, List, Heading, GeneralHtmlSupport, SourceEditing],
    htmlSupport,
    ...options,
  });
}

const ckeditor = (htmlSupport) => async (html) => {
  const editor = await openCkeditor(htmlSupport);
  // As an author does: source, text, source.
  const source = editor.plugins.get('SourceEditing');
  source.isSourceEditingMode = true;
  const field = document.querySelector('.ck-source-editing-area textarea');
  field.value = html;
  field.dispatchEvent(new Event('input'));
  source.isSourceEditingMode = false;
  const saved = editor.getData();
  await editor.destroy();
  return saved;
};

const tinymce = (options) => async (html) => {
  const { default: tiny } = await import('tinymce');
  await import('tinymce/icons/default');
  await import('tinymce/themes/silver');
  await import('tinymce/models/dom');
  const target = place();
  const [editor] = await tiny.init({ target, license_key: 'gpl', skin: false, content_css: false, ...options });
  editor.setContent(html);
  const saved = editor.getContent();
  editor.remove();
  return saved;
};

async function quill(html) {
  const { default: Quill } = await import('quill');
  const editor = new Quill(place());
  editor.clipboard.dangerouslyPasteHTML(html);
  return editor.getSemanticHTML();
}

const tiptap = (withNode) => async (html) => {
  const [{ Editor, Node }, { default: StarterKit }] = await Promise.all([
    import('@tiptap/core'),
    import('@tiptap/starter-kit'),
  ]);
  const own = Node.create({
    name: 'iomNewsFeed',
    group: 'block',
    content: 'inline*',
    addAttributes: () => Object.fromEntries(attributes.map((name) => [name, { default: null }])),
    parseHTML: () => [{ tag: element }],
    renderHTML: ({ HTMLAttributes }) => [element, HTMLAttributes, 0],
  });
  const editor = new Editor({ element: place(), extensions: [StarterKit, ...(withNode ? [own] : [])], content: html });
  return editor.getHTML();
};

async function lexical(html) {
  const [{ createEditor, $getRoot, $insertNodes }, { $generateNodesFromDOM, $generateHtmlFromNodes }, { LinkNode }] =
    await Promise.all([import('lexical'), import('@lexical/html'), import('@lexical/link')]);
  const editor = createEditor({ nodes: [LinkNode], onError: (error) => console.error(error) });
  editor.setRootElement(Object.assign(place(), { contentEditable: 'true' }));
  editor.update(
    () => {
      $getRoot().select();
      $insertNodes($generateNodesFromDOM(editor, new DOMParser().parseFromString(html, 'text/html')));
    },
    { discrete: true },
  );
  return editor.read(() => $generateHtmlFromNodes(editor));
}

async function withJquery() {
  const { default: jquery } = await import('jquery');
  window.jQuery = window.$ = jquery;
  return jquery;
}

async function summernote(html) {
  const $ = await withJquery();
  await import('summernote/dist/summernote-lite.js');
  const field = $(place());
  field.summernote();
  field.summernote('code', html);
  return field.summernote('code');
}

async function trumbowyg(html) {
  const $ = await withJquery();
  await import('trumbowyg');
  const field = $(place());
  field.trumbowyg({ svgPath: false });
  field.trumbowyg('html', html);
  return field.trumbowyg('html');
}

const editorjs = (type) => async (html) => {
  const [{ default: EditorJS }, { default: Raw }] = await Promise.all([
    import('@editorjs/editorjs'),
    import('@editorjs/raw'),
  ]);
  const data = type === 'raw' ? { html } : { text: html };
  const editor = new EditorJS({ holder: place(), tools: { raw: Raw }, data: { blocks: [{ type, data }] } });
  await editor.isReady;
  const { blocks } = await editor.save();
  return blocks.map((block) => block.data.html ?? block.data.text).join('');
};

/** What Drupal's module gives its editor. Drupal makes the regular expressions of it in the browser, too. */
const drupal = parse(drupalModule, (_, value) => {
  const [, pattern] = /^\/(.+)\/$/.exec(value?.regexp?.pattern ?? '') ?? [];
  return pattern ? new RegExp(pattern) : value;
}).iom_widgets_elements.ckeditor5.config.htmlSupport;

/** By their names in docs/editors.md. */
export const editors = {
  'CKEditor 5': ckeditor(undefined),
  'CKEditor 5, as Drupal’s module sets it up': ckeditor(drupal),
  'CKEditor 5, `$customElement` alone': ckeditor({ allow: [{ name: '$customElement', attributes: /^data-.+$/ }] }),
  'CKEditor 5, frames and scripts allowed': ckeditor({
    allow: [{ name: /^(?:iframe|script)$/, attributes: true, classes: true }],
  }),
  TinyMCE: tinymce({}),
  'TinyMCE, our elements allowed': tinymce({
    custom_elements: element,
    extended_valid_elements: `${element}[*],div[*]`,
  }),
  'TinyMCE, frames and scripts allowed': tinymce({
    extended_valid_elements: 'script[*],iframe[*]',
    sandbox_iframes: false,
  }),
  Quill: quill,
  'TipTap, StarterKit': tiptap(false),
  'TipTap, with a node of its own': tiptap(true),
  Lexical: lexical,
  Summernote: summernote,
  Trumbowyg: trumbowyg,
  'Editor.js, paragraph': editorjs('paragraph'),
  'Editor.js, raw block': editorjs('raw'),
};

window.editors = editors;

/** What an author sees of an element in Drupal's editor: without the module's style, and with it. */
window.seenInDrupal = async (html) => {
  const editor = await openCkeditor(drupal, { initialData: html });
  const box = document.querySelector(`.ck-editor__editable [data-ck-unsafe-element=${element}]`);
  const look = () => ({
    outline: window.getComputedStyle(box).outlineStyle,
    name: window.getComputedStyle(box, '::before').content,
    width: box.getBoundingClientRect().width,
    height: box.getBoundingClientRect().height,
  });
  const without = look();
  const style = Object.assign(document.createElement('style'), { textContent: drupalStyle });
  document.head.append(style);
  const seen = { without, with: look(), saved: editor.getData() };
  style.remove();
  await editor.destroy();
  return seen;
};
