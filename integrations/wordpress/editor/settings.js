// The buttons in Settings › IOM widgets: what is in a feed is said beside its field.
const { apiFetch, i18n } = window.wp;
const { __ } = i18n;

/** No emoji among them: WordPress makes pictures of those. */
const signs = { good: '✓', bad: '✗', note: '•' };

/** Shows lines of a report; a line that leads to a feed has a button that takes it. */
function show(box, lines, take) {
  const list = document.createElement('ul');
  for (const { tone, text, src } of lines) {
    const item = list.appendChild(document.createElement('li'));
    item.textContent = `${signs[tone]} ${text} `;
    item.dataset.tone = tone;
    if (!src || !take) continue;
    const button = item.appendChild(document.createElement('button'));
    Object.assign(button, { type: 'button', className: 'button-link', textContent: __('Use it', 'iom-widgets') });
    button.addEventListener('click', () => take(src));
  }
  box.replaceChildren(list);
}

/** Asks, with a word while the answer is on its way. */
async function ask(button, box, path, data, take) {
  button.disabled = true;
  box.textContent = __('Checking …', 'iom-widgets');
  try {
    show(box, await apiFetch({ path: `/iom-widgets/v1/${path}`, method: 'POST', data }), take);
  } catch (error) {
    show(box, [{ tone: 'bad', text: error.message }]);
  }
  button.disabled = false;
}

document.addEventListener('click', ({ target }) => {
  const { iomWidgetsTest: id, iomWidgetsFetch: isFetch } = target.dataset ?? {};
  if (id) {
    const field = document.getElementById(id);
    const test = () =>
      ask(target, document.getElementById(`${id}_status`), 'inspect', { src: field.value }, (src) => {
        field.value = src;
        field.focus();
        void test();
      });
    void test();
  } else if (isFetch !== undefined) {
    void ask(target, document.getElementById('iom_widgets_records'), 'fetch', {});
  }
});
