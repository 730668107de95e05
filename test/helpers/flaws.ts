// What is wrong with the look of elements, as far as it can be computed.

/**
 * @param mostBlank In `em`, between the parts of a card and at its edges.
 * @returns As text, since a compiled function may call helpers that no page has. Text that is cut, by a box that hides what is too
 * much, by an ellipsis or by the edge of its column; and blanks in cards, above, between and below what is in them.
 */
export const findFlaws = (mostBlank: number) => `(() => {
  const cards = '[part~=item], [part~=card], [part~=figure]:not(data), [part~=goal], [part~=contact], [part~=office], [part~=notice]';
  /** Letters of a summary that are worth its place. */
  const leastSummary = 30;
  const flaws = new Set();
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  const styleOf = (element) => getComputedStyle(element);
  /** Chinese, Japanese and Korean letters are twice as wide. */
  const lengthOf = (text) => [...text].reduce((sum, letter) => sum + (letter < '⺀' ? 1 : 2), 0);
  const wordsOf = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
  const isForEars = (element) => !!element?.closest('.unseen') || styleOf(element).clipPath !== 'none';
  const isSeen = (node) => {
    const element = node.nodeType === 3 ? node.parentElement : node;
    return !!element && shown(element) && !isForEars(element);
  };
  /** Boxes of what is seen in an element: text, pictures, controls, and areas with a colour or an edge. */
  const boxesIn = (card) => {
    const boxes = [];
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === 3) {
        if (!node.data.trim() || !isSeen(node)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        boxes.push(...range.getClientRects());
      } else if (node.matches('img, svg, button, input, select, canvas, i, b, :state(ready)') && isSeen(node)) {
        boxes.push(node.getBoundingClientRect());
      } else if (node.localName === 'slot') {
        const range = document.createRange();
        for (const given of node.assignedNodes()) {
          range.selectNode(given);
          boxes.push(range.getBoundingClientRect());
        }
      } else if (isSeen(node)) {
        const style = styleOf(node);
        const isArea = !/rgba\\(0, 0, 0, 0\\)/.test(style.backgroundColor) || style.backgroundImage !== 'none';
        if (isArea || (parseFloat(style.borderTopWidth) && parseFloat(style.borderLeftWidth))) boxes.push(node.getBoundingClientRect());
      }
    }
    return boxes.filter(({ width, height }) => width > 1 && height > 1);
  };
  /** Rows have lines between them, or none, and their text ends where it ends. */
  const isBox = (card) => parseFloat(styleOf(card).borderLeftWidth) > 0;
  const lookAtBlanks = (card, name) => {
    const box = card.getBoundingClientRect();
    const boxes = boxesIn(card).filter(({ top }) => top < box.bottom);
    if (!boxes.length) return;
    const em = (parseFloat(styleOf(card).fontSize) * box.width) / card.offsetWidth;
    // Beside cards with pictures, one without is composed over the height of its row.
    const isCover = !card.querySelector('img') && card.parentElement.querySelector('img');
    let low = box.top;
    const tell = (where, size) => {
      if (size > (isCover ? 2 : 1) * ${mostBlank} * em + 2) flaws.add(name + ': ' + (size / em).toFixed(1) + ' em blank ' + where + ' "' + wordsOf(card).slice(0, 40) + '"');
    };
    boxes.sort((one, other) => one.top - other.top).forEach(({ top, bottom }, index) => {
      tell(index ? 'in' : 'above', top - low);
      low = Math.max(low, bottom);
    });
    tell('below', box.bottom - low);
  };
  const lookAtText = (element, name) => {
    const style = styleOf(element);
    const text = wordsOf(element);
    const hides = (value) => value === 'hidden' || value === 'clip';
    // A chart and a map are moved under their window.
    if (!text || element.matches('[part~=view]')) return;
    const isCut =
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (!isCut) return;
    const part = element.clientHeight / element.scrollHeight;
    const isExcerpt = element.matches('[part~=summary]') && part * lengthOf(text) >= leastSummary;
    if (!isExcerpt) flaws.add(name + ': cut "' + text.slice(0, 60) + '" ' + element.clientWidth + 'x' + element.clientHeight + ' of ' + element.scrollWidth + 'x' + element.scrollHeight);
  };
  const lookAtEdges = (root, name) => {
    const { left, right } = root.host.getBoundingClientRect();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest('style, [part~=view], option') || !isSeen(node)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width && (box.left < left - 1.5 || box.right > right + 1.5)) flaws.add(name + ': beyond the edge "' + node.data.trim().slice(0, 40) + '"');
    }
  };
  for (const host of document.querySelectorAll('body > div > *')) {
    const name = host.localName.slice(4) + ' ' + host.parentElement.className + [...host.attributes].filter((one) => !['src', 'loading'].includes(one.name)).map((one) => ' ' + one.name + '=' + one.value).join('');
    for (const element of host.shadowRoot.querySelectorAll('*')) {
      if (element instanceof SVGElement || !isSeen(element)) continue;
      lookAtText(element, name);
      if (element.matches(cards) && isBox(element)) lookAtBlanks(element, name);
    }
    lookAtEdges(host.shadowRoot, name);
  }
  return [...flaws];
})()`;
