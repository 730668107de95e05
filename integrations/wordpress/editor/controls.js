// A control for each attribute: what the feed offers is picked, not typed.
const { components, element, i18n } = window.wp;
const { CheckboxControl, ComboboxControl, FormTokenField, RangeControl, SelectControl, TextControl, ToggleControl } =
  components;
const { createElement: h } = element;
const { __, sprintf } = i18n;

/** The sizes of controls that later versions of WordPress have for all. */
const sizes = { __next40pxDefaultSize: true, __nextHasNoMarginBottom: true };

export const listOf = (text) =>
  String(text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** The name of a country in the language of the editor. */
function regionName(code) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang || 'en'], { type: 'region' }).of(code);
  } catch {
    return code;
  }
}

/** What the feed offers for an attribute, with names that people know. */
function offeredFor({ from, names }, choices) {
  const offered = choices?.[from] ?? [];
  return names === 'region' ? offered.map(({ value }) => ({ value, label: regionName(value) })) : offered;
}

/**
 * @param {object} attribute One of an element in elements.json.
 * @param {unknown} value What it is now.
 * @param {(value: unknown) => void} set Takes undefined for what is as without it.
 * @param {Record<string, { value: string, label: string }[]>} [choices] What the feed offers.
 */
export function control(attribute, value, set, choices) {
  const { name, control: kind } = attribute;
  const label = __(attribute.label, 'iom-widgets');
  const help = attribute.help ? __(attribute.help, 'iom-widgets') : undefined;
  return h(controls[kind], { key: name, attribute, value, set, choices, shared: { ...sizes, label, help } });
}

const byDefault = ({ choices = [], initial }) => {
  const name = choices.find((choice) => choice.value === initial)?.label;
  /* translators: %s: what is shown without a choice. */
  return name ? sprintf(__('Default: %s', 'iom-widgets'), __(name, 'iom-widgets')) : __('Default', 'iom-widgets');
};

const controls = {
  toggle: ({ shared, value, set }) =>
    h(ToggleControl, { ...shared, checked: !!value, onChange: (on) => set(on || undefined) }),

  text: ({ shared, value, set }) =>
    h(TextControl, { ...shared, value: value ?? '', onChange: (text) => set(text || undefined) }),

  number: ({ shared, value, set }) =>
    h(TextControl, {
      ...shared,
      type: 'number',
      min: 0,
      value: value ?? '',
      onChange: (text) => set(text === '' ? undefined : Number(text)),
    }),

  range: ({ attribute, shared, value, set }) =>
    h(RangeControl, {
      ...shared,
      min: attribute.max ? 0 : 1,
      max: attribute.max ?? 20,
      allowReset: true,
      initialPosition: Number(attribute.initial ?? 0),
      value: value ?? Number(attribute.initial ?? 0),
      onChange: (number) => set(number === undefined || String(number) === attribute.initial ? undefined : number),
    }),

  select: ({ attribute, shared, value, set }) =>
    h(SelectControl, {
      ...shared,
      value: value === undefined ? '' : String(value),
      options: [
        { value: '', label: byDefault(attribute) },
        ...attribute.choices
          .filter((choice) => choice.value !== attribute.initial)
          .map((choice) => ({ value: choice.value, label: __(choice.label, 'iom-widgets') })),
      ],
      onChange: (text) => set(text === '' ? undefined : attribute.type === 'number' ? Number(text) : text),
    }),

  checks: ({ attribute, shared, value, set }) => {
    const chosen = listOf(value ?? attribute.initial);
    const all = attribute.choices.map((choice) => choice.value);
    const toggle = (name, on) => {
      const next = all.filter((entry) => (entry === name ? on : chosen.includes(entry))).join();
      // Where some are on without a choice, “none” has to be said.
      set(next === (attribute.initial ?? '') ? undefined : next || 'none');
    };
    return h(
      'fieldset',
      { className: 'iom-widgets-checks', style: { marginBottom: 16 } },
      h('legend', { style: { marginBottom: 8 } }, shared.label),
      attribute.choices.map((choice) =>
        h(CheckboxControl, {
          key: choice.value,
          __nextHasNoMarginBottom: true,
          label: __(choice.label, 'iom-widgets'),
          checked: chosen.includes(choice.value),
          onChange: (on) => toggle(choice.value, on),
        }),
      ),
    );
  },

  pick: ({ attribute, shared, value, set, choices }) => {
    const options = offeredFor(attribute, choices);
    // Nothing is offered by a feed that can't be read: then it is typed.
    if (!options.length) return h(controls.text, { shared, value, set });
    const isKnown = !value || options.some((option) => option.value === value);
    return h(ComboboxControl, {
      ...shared,
      value: value ?? '',
      options: isKnown ? options : [...options, { value, label: value }],
      onChange: (text) => set(text || undefined),
    });
  },

  tokens: ({ attribute, shared, value, set, choices }) => {
    const options = offeredFor(attribute, choices);
    const labelOf = (name) => options.find((option) => option.value === name)?.label ?? name;
    const valueOf = (label) => options.find((option) => option.label === label)?.value ?? label;
    return h(
      'div',
      { style: { marginBottom: 16 } },
      h(FormTokenField, {
        ...sizes,
        label: shared.label,
        value: listOf(value).map(labelOf),
        suggestions: options.map((option) => option.label),
        maxSuggestions: 100,
        __experimentalExpandOnFocus: true,
        onChange: (labels) =>
          set(
            labels
              .map((entry) => valueOf(typeof entry === 'string' ? entry : entry.value))
              .map((entry) => entry.replaceAll(',', ' '))
              .join() || undefined,
          ),
      }),
      shared.help && h('p', { className: 'components-base-control__help' }, shared.help),
    );
  },
};
