// Leaves out of Lit what no browser and no element of ours uses.

/** What to cut from which file, and what to put in its place. */
const past = {
  'reactive-element/css-tag': [
    [/\w\.ShadowRoot&&.+?prototype(?=,s=)/, '!0'],
    [/"CSSResult is.+?"/, ''],
    [/"Value passed to 'css'.+?security\."/, ''],
  ],
  'reactive-element/reactive-element': [
    [/Symbol\.metadata\?\?=.+?new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.+?\}(?=this\._\$Eh=)/, ''],
    [/,p=a\.reactiveElementPolyfillSupport/, ''],
    [/,p\?\.\(\{.+?push\(".+?"\)/, ''],
    [/static addInitializer.+?(?=static)/, ''],
    [/,this\.constructor\.l\?\.forEach.+?this\)\)/, ''],
    [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
    [/case Object:case Array:t=.+?(?=\}return t)/, ''],
    [/case Object:case Array:try.+?null\}/, ''],
    // No element writes a property back into an attribute.
    [/toAttribute\(t,s\)\{switch.+?return t\},/, ''],
    [/_\$ET\(t,s\)\{.+?_\$Em=null\}\}(?=_\$AK)/, ''],
    [/,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
    [/this\._\$Eq&&=this\._\$Eq\.forEach\(.+?\),(?=this\._\$EM)/, ''],
    [/removeController\(t\)\{.+?\}(?=_\$E_)/, ''],
  ],
  'lit-html/lit-html': [
    [/,B=t\.litHtmlPolyfillSupport;.+?push\(".+?"\)/, ''],
    [/M:\w,P:\w,A:\w,C:1,L:\w,(?=R)/, ''],
    [/"number"==typeof s\?this\._\$AC\(t\):\(.+?,s\)(?=;if\(this\._\$AH\?)/, 'this._$AC(t)'],
    // Nobody changes the options of a listener.
    [/\|\|\w\.capture!==.+?\.passive!==\w\.passive/, ''],
    // No directive of ours goes on when its element has left the page.
    [/setConnected\(t\)\{.+?\}(?=\}class)/, ''],
    [/,H,N:\w,U:\w,B:\w(?=,F:)/, ''],
    // No template of ours has an expression in a comment or in the text of a script, a style, a text area or a title; eslint sees to it.
    [/\(\w\.test\(u\[2\]\)&&\(\w=RegExp\("<\/"\+u\[2\],"g"\)\),(\w=\w)\)/, '$1'],
    [/if\(\w\.test\(r\.tagName\)\)\{const t=r\.textContent.+?\}\}(?=\}else if\(8===r\.nodeType\))/, ''],
    [/else\{let t=-1;for.+?type:7.+?\}(?=l\+\+)/, ''],
    // Nor is one a formula.
    [/3===\w\?"<math>":""/, '""'],
    [/3===\w\?"<\/math>":""/, '""'],
    [/2===(\w)\|\|3===\w/, '2===$1'],
  ],
  'lit-element/lit-element': [
    [/const o=s\.litElementPolyfillSupport;o.+?\}\);/, ''],
    [/\(s\.litElementVersions.+?\);/, ''],
    [/connectedCallback\(\)\{.+?\}disconnectedCallback\(\)\{.+?\}(?=render)/, ''],
    [/,s\.litElementHydrateSupport.+?\);/, ';'],
  ],
};
/**
 * What Lit carries for browsers without constructable stylesheets, for decorators, for JSON in attributes, for
 * compiled templates and for servers: the browsers that run ES2022 have the first, and the others aren't used here. Without
 * them, and without its words for developers, every page is 690 bytes lighter. When Lit changes, the build stops and names the cut that no longer fits.
 */
export const litOfToday = {
  name: 'lit-of-today',
  apply: /** @type {const} */ ('build'),
  transform(code, id) {
    const [, cuts] = Object.entries(past).find(([file]) => id.endsWith(`/${file}.js`)) ?? [];
    return cuts?.reduce((left, [cut, instead]) => {
      if (!cut.test(left)) this.error(`${id} holds no ${cut} any more: look what Lit has there now.`);
      return left.replace(cut, instead);
    }, code);
  },
};
