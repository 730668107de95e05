// The form above the classic editor, which writes a shortcode.
const { elements, feeds } = window.iomWidgets;
const { __ } = window.wp.i18n;

const add = (parent, tag, props = {}) => parent.appendChild(Object.assign(document.createElement(tag), props));

/** A field with its label. */
function field(parent, id, label, tag, props = {}) {
  const line = add(parent, 'p');
  add(line, 'label', { htmlFor: id, textContent: label }).style.display = 'block';
  return add(line, tag, { id, name: id, ...props });
}

const select = (parent, id, label, options) => {
  const list = field(parent, id, label, 'select');
  for (const [value, text] of options) add(list, 'option', { value, textContent: text });
  return list;
};

/** Attributes that can be asked for without knowing the feed. */
const isPlain = ({ control, panel, name }) =>
  name !== 'src' && panel !== 'more' && ['select', 'toggle', 'range', 'number', 'text', 'tokens'].includes(control);

function fieldFor(parent, attribute) {
  const id = `iom-widgets-${attribute.name}`;
  const label = __(attribute.label, 'iom-widgets');
  switch (attribute.control) {
    case 'toggle':
      return field(parent, id, label, 'input', { type: 'checkbox' });
    case 'select':
      return select(parent, id, label, [
        ['', __('Default', 'iom-widgets')],
        ...attribute.choices.map(({ value, label: text }) => [value, __(text, 'iom-widgets')]),
      ]);
    default:
      return field(parent, id, label, 'input', { type: attribute.type === 'number' ? 'number' : 'text' });
  }
}

/** A value as it is written in a shortcode, which ends at `]` and at a quote. */
const quoted = (text) => `"${text.replace(/["[\]]/g, '')}"`;

export function shortcodeOf(name, values) {
  const written = Object.entries(values).map(([key, value]) =>
    value === true ? ` ${key}` : ` ${key}=${quoted(value)}`,
  );
  return `[iom_${name.replaceAll('-', '_')}${written.join('')}]`;
}

function openDialog() {
  const dialog = add(document.body, 'dialog');
  const form = add(dialog, 'form', { method: 'dialog' });
  dialog.setAttribute('aria-labelledby', 'iom-widgets-title');
  add(form, 'h2', { id: 'iom-widgets-title', textContent: __('Add IOM widget', 'iom-widgets') });
  const chosen = select(
    form,
    'iom-widgets-element',
    __('What to show', 'iom-widgets'),
    elements.map(({ name, title }) => [name, __(title, 'iom-widgets')]),
  );
  const feed = select(
    form,
    'iom-widgets-feed',
    __('Feed', 'iom-widgets'),
    feeds.map(({ id, name }, index) => [index ? id : '', name]),
  );
  const more = add(form, 'div');
  let fields = [];
  const draw = () => {
    more.replaceChildren();
    const { attributes } = elements.find(({ name }) => name === chosen.value);
    fields = attributes.filter(isPlain).map((attribute) => [attribute.name, fieldFor(more, attribute)]);
  };
  chosen.addEventListener('change', draw);
  draw();
  const buttons = add(form, 'p');
  add(buttons, 'button', {
    className: 'button button-primary',
    value: 'insert',
    textContent: __('Insert', 'iom-widgets'),
  });
  const cancel = add(buttons, 'button', {
    type: 'button',
    className: 'button',
    textContent: __('Cancel', 'iom-widgets'),
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'insert') {
      const values = fields.map(([name, input]) => [name, input.type === 'checkbox' ? input.checked : input.value]);
      const written = Object.fromEntries([['feed', feed.value], ...values].filter(([, value]) => value));
      window.send_to_editor(shortcodeOf(chosen.value, written));
    }
    dialog.remove();
  });
  dialog.showModal();
}

document.addEventListener('click', ({ target }) => {
  if (target.closest?.('[data-iom-widgets-shortcode]')) openDialog();
});
