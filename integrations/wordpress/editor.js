/* The blocks in the editor: the element itself as the preview, its attributes in the sidebar. Needs no build step. */
((
  { blocks, blockEditor, components, element: { createElement: h, Fragment }, i18n: { __ } },
  { elements, src, home },
) => {
  const { InspectorControls, useBlockProps } = blockEditor;
  const { Disabled, PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } = components;

  /** The control for an attribute, by its type. */
  const control = ({ name, type, description, options }, value, set) => {
    const shared = { key: name, label: name, help: description };
    if (type === 'boolean') return h(ToggleControl, { ...shared, checked: !!value, onChange: set });
    if (options) {
      const choices = [{ label: '–', value: '' }, ...options.map((option) => ({ label: option, value: option }))];
      return h(SelectControl, {
        ...shared,
        value: value ?? '',
        options: choices,
        onChange: (text) => set(text || undefined),
      });
    }
    const number = type === 'number';
    const change = (text) => set(text === '' ? undefined : number ? Number(text) : text);
    return h(TextControl, { ...shared, type: number ? 'number' : 'text', value: value ?? '', onChange: change });
  };

  for (const { name, title, attributes } of elements) {
    const edit = ({ attributes: values, setAttributes }) => {
      const settings = attributes.map((attribute) =>
        control(attribute, values[attribute.name], (value) => setAttributes({ [attribute.name]: value })),
      );
      // A switch that is off must not be there at all.
      const written = attributes
        .map(({ name: key, type }) => [key, type === 'boolean' ? (values[key] ? '' : undefined) : values[key]])
        .filter(([, value]) => value !== undefined);
      const props = { src, ...Object.fromEntries(written) };
      const preview = props.src
        ? h(Disabled, null, h(`iom-${name}`, { ...props, loading: 'eager' }, h('a', { href: home }, title)))
        : h(Placeholder, {
            label: title,
            instructions: __(
              'Enter the address of a feed in the sidebar, or set one for the whole site in Settings › IOM widgets.',
              'iom-widgets',
            ),
          });
      return h(
        Fragment,
        null,
        h(InspectorControls, null, h(PanelBody, { title: __('Settings', 'iom-widgets') }, settings)),
        h('div', useBlockProps(), preview),
      );
    };
    // Everything else about the block comes from the server, which also draws it.
    blocks.registerBlockType(`iom/${name}`, { edit, save: () => null });
  }
})(window.wp, window.iomWidgets);
