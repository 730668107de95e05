#!/usr/bin/env sh
# Expected: `<x-list more="">` means a boolean attribute that is on, as in HTML, also where the element has a property of
# that name.
#
# Seen in preact 10.26.4, and so in WordPress' Interactivity API, which makes elements from the HTML of the next page: where
# the name is a property of the element, the empty text is assigned to it and no attribute is set. A property that is true
# or false is then false, and what looks for attributes (styles, other scripts, a second navigation that reads the page)
# finds none. A name that is no property, such as data-more, stays an attribute: the blocks in a Query Loop are written so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund preact@10.26.4 linkedom@0.18.9 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import { parseHTML } from 'linkedom';
import { h, render } from 'preact';
const { document, customElements, HTMLElement, window } = parseHTML('<!doctype html><body></body>');
Object.assign(globalThis, { document, window });
customElements.define(
  'x-list',
  class extends HTMLElement {
    #more = false;
    get more() {
      return this.#more;
    }
    set more(value) {
      this.#more = Boolean(value);
    }
  },
);
render(h('x-list', { more: '', 'data-more': '' }), document.body);
const list = document.querySelector('x-list');
console.log(`more: property ${list.more}, attribute ${list.hasAttribute('more')}`);
console.log(`data-more: attribute ${list.hasAttribute('data-more')}`);
JS
seen=$(cd "$folder" && node run.mjs)
echo "preact 10.26.4"
echo "$seen"
expected='more: property false, attribute false
data-more: attribute true'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
