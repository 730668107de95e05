// Leaves out of Lit what no browser and no element of ours uses.

/** What to cut from which file, and what to put in its place. */
const past = {
  // Styles are literals without expressions, each of them evaluated once, and browsers take them as sheets.
  'reactive-element/css-tag': [
    [
      /(class \w\{)constructor.+?toString.+?\}(?=\})/,
      '$1constructor(t){this.cssText=t}get styleSheet(){let t=this.o;return t||(this.o=t=new CSSStyleSheet).replaceSync(this.cssText),t}',
    ],
    [/(\w)=\(t,\.\.\.e\)=>\{.+?return new (\w)\(o,t,s\)\}/, '$1=t=>new $2(t[0])'],
    [/if\(e\)(s\.adoptedStyleSheets=o\.map\().+?;else for.+?(?=\},c=)/, '$1t=>t.styleSheet)'],
    [/\w\.ShadowRoot&&.+?prototype(?=,s=)/, '!0'],
  ],
  'reactive-element/reactive-element': [
    // For decorators and for old browsers.
    [/Symbol\.metadata\?\?=.+?new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.+?\}(?=this\._\$Eh=)/, ''],
    [/,p=a\.reactiveElementPolyfillSupport/, ''],
    [/,p\?\.\(\{.+?push\(".+?"\)/, ''],
    [/static addInitializer.+?(?=static)/, ''],
    [/,this\.constructor\.l\?\.forEach.+?this\)\)/, ''],
    [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
    // Attributes are text, numbers and switches, or have a converter that is an object. No property is written back into one.
    [/case Object:case Array:t=.+?(?=\}return t)/, ''],
    [/case Object:case Array:try.+?null\}/, ''],
    [/toAttribute\(t,s\)\{switch.+?return t\},/, ''],
    [/_\$ET\(t,s\)\{.+?_\$Em=null\}\}(?=_\$AK)/, ''],
    [/this\._\$Eq&&=this\._\$Eq\.forEach\(.+?\),(?=this\._\$EM)/, ''],
    [/,this\._\$Em=null(?=,this\._\$Ev)/, ''],
    [/&&this\._\$Em!==e(?=\)\{const t=i\.getP)/, ''],
    [/,h="function"==typeof t\.converter.+?this\._\$Em=null/, ';this[e]=(t.converter??u).fromAttribute(s,t.type)'],
    [/"string"==typeof t\?t\.toLowerCase\(\):void 0/, 't.toLowerCase()'],
    // Properties have names, no accessors of their own, no default to go back to, and change when they are another value.
    [/,s=\[\.\.\.r\(t\),\.\.\.o\(t\)\];for\(const i of s\)/, ';for(const i in t)'],
    [/if\(s\.state&&.+?wrapped=!0\),(this\.elem.+?),!s\.noAccessor\)\{(.+?);void 0!==h&&(.+?)\}/, '$1;$2;$3'],
    [
      /const\{get:e,set:r\}=h\(.+?r\?\.call\(this,s\),/,
      'return{get(){return this[s]},set(e){const h=this[s];this[s]=e,',
    ],
    [/(?<=this\.requestUpdate\(t,h),i(?=\))/, ''],
    [/,reflect:!1,useDefault:!1,hasChanged:f/, ''],
    [
      /requestUpdate\(t,s,i,.+?return;this\.C\(t,s,i\)\}/,
      'requestUpdate(t,s){if(void 0!==t){if(!f(this[t],s))return;this.C(t,s)}',
    ],
    [/C\(t,s,\{.+?\.add\(t\)\)\}/, 'C(t,s){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}'],
    [/const t=this\.constructor\.elementProperties;if\(t\.size>0\)for.+?this\.C\(s,void 0,i,e\)\}/, ''],
    // Their styles are lists.
    [/this\.finalizeStyles\(this\.styles\)/, 'this.styles'],
    [/static finalizeStyles\(s\)\{.+?return i\}/, ''],
    // No controller leaves its element.
    [/removeController\(t\)\{.+?\}(?=_\$E_)/, ''],
    // What those were for, and steps that nobody takes by themselves.
    [/getOwnPropertyDescriptor.+?getOwnPropertySymbols:o,/, ''],
    [/c=a\.trustedTypes,l=.+?"",/, ''],
    [
      /static createProperty\(t,s=b\)\{(this\.elem.+?),s\);const i.+?return(\{.+?\})\}static getPropertyO.+?\}/,
      'static createProperty(t,i){$1,i);const s=Symbol();e(this.prototype,t,$2)}',
    ],
    [/i\.getPropertyOptions\(/, 'i.elementProperties.get('],
    [/static _\$Ei\(\).+?(?=static)/, ''],
    [
      /if\((this\.finalized=!0),this\._\$Ei\(\),/,
      '$1;const t=n(this);t.finalize(),this.elementProperties=new Map(t.elementProperties);if(',
    ],
    [/const i=this\._\$Eu\(t,s\);void 0!==i/, 'const{attribute:i=t.toLowerCase()}=s;i'],
    [/static _\$Eu.+?(?=constructor)/, ''],
    [/this\._\$Eh&&(?=\[)/, ''],
    [/this\._\$Ev\(\)\}_\$Ev\(\)\{/, ''],
    [/t,s,i\)\{this\._\$AK\(t,i\)\}_\$AK\(t,s/, 't,h,s'],
    [/const t=this\.scheduleUpdate.+?performUpdate\(\)\}/, 'return this.performUpdate(),!this.isUpdatePending}'],
    [/!f(?=\(this\[t\],s\)\)return)/, 'i'],
    // Names that a compiler of Google's would shorten, and what is so from the start.
    [/,d=\(t,s\)=>t(?=,u=)/, ''],
    [/\bd\(("\w+")\)/g, '$1'],
    [/,configurable:!0,enumerable:!0/, ''],
    [/this\._\$Ep=void 0,(?=this\.isUpdatePending)/, ''],
    [/\w\.elementStyles=\[\],/, ''],
    [/this\.constructor\.shadowRootOptions/, '{mode:"open"}'],
    [/\w\.shadowRootOptions=\{mode:"open"\},/, ''],
  ],
  'lit-html/lit-html': [
    [/,B=t\.litHtmlPolyfillSupport;.+?push\(".+?"\)/, ''],
    // For servers, which have a Lit of their own.
    [/M:\w,P:\w,A:\w,C:1,L:\w,(?=R)/, ''],
    [/,H,N:\w,U:\w,B:\w(?=,F:)/, ''],
    // For templates that are compiled ahead, and documents other than the page.
    [/"number"==typeof s\?this\._\$AC\(t\):\(.+?,s\)(?=;if\(this\._\$AH\?)/, 'this._$AC(t)'],
    [/\(t\?\.creationScope\?\?l\)/, 'l'],
    // Lists are arrays, and directives stand in text or on an element.
    [/\|\|"function"==typeof t\?\.\[Symbol\.iterator\]/, ''],
    [/void 0!==e\?s\._\$Co\?\.\[e\]:s\._\$Cl(?=;)/, 's._$Cl'],
    [/void 0!==e\?\(s\._\$Co\?\?=\[\]\)\[e\]=h:(?=s\._\$Cl=h)/, ''],
    [/void 0!==s&&(?=\(void 0!==s\.strings)/, ''],
    // Nobody changes the options of a listener.
    [/\|\|\w\.capture!==.+?\.passive!==\w\.passive/, ''],
    [/\((\w===A)\|\|\w\)(?=;)/, '$1'],
    // No directive of ours goes on when its element has left the page, or asks what it is in.
    [/setConnected\(t\)\{.+?\}(?=\}class)/, ''],
    [/h\?\._\$AO\?\.\(!1\),/, ''],
    [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
    [/,this\._\$AN=void 0/g, ''],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
    [/get _\$AU\(\)\{.+?\}/g, ''],
    [/get (parentNode|startNode|endNode|tagName)\(\)\{.+?\}(?=get|u\(|_\$AI|constructor)/g, ''],
    // No template of ours has an expression in a comment or in the text of a script, a style, a text area or a title; eslint sees to it.
    [/\(\w\.test\(u\[2\]\)&&\(\w=RegExp\("<\/"\+u\[2\],"g"\)\),(\w=\w)\)/, '$1'],
    [/if\(\w\.test\(r\.tagName\)\)\{const t=r\.textContent.+?\}\}(?=\}else if\(8===r\.nodeType\))/, ''],
    [/else\{let t=-1;for.+?type:7.+?\}(?=l\+\+)/, ''],
    // Or within single quotes, or names an element by one.
    [/<\(\?:\(!--\|\\\/\[\^a-zA-Z\]\)\|(\(.+?\))\|.+?\)\/g,.+?(?=p=RegExp)/, '<$1/g,'],
    [/g=\/'\/g,/, ''],
    [/"!--"===u\[1\].+?&&\(c=p\)/, 'c=p'],
    [/'"'===u\[3\]\?\$:g/, '$'],
    [/c===\$\|\|c===g\?c=p:.+?n=void 0\)/, 'c=p'],
    [/let n,(?=l=)/, 'let '],
    [/c=n\?\?v/, 'c=v'],
    // Nor is one a formula.
    [/3===\w\?"<math>":""/, '""'],
    [/3===\w\?"<\/math>":""/, '""'],
    [/2===(\w)\|\|3===\w/, '2===$1'],
    // Nodes are those of the browser, and whoever sends an object for a template needs no explanation.
    [/i\(t\)\.nextSibling;i\(t\)/, 't.nextSibling;t'],
    [/"invalid template strings array"/, '"no template"'],
    // A translator puts elements in place of texts. A text that changes is a new one therefore, and not the next node with
    // another content; and a part ends before a comment, since the text behind it may be gone.
    [/this\._\$AH!==A&&a\(this\._\$AH\)\?this\._\$AA\.nextSibling\.data=t:(?=this\.T\()/, ''],
    [/(?=return P\.currentNode=l,e\})/, 'for(o of this._$AV)3===o._$AB?.nodeType&&o._$AB.before(o._$AB=c());'],
    // All are drawn at the end of an empty root.
    [
      /const e=s\?\.renderBefore\?\?i;let h=e\._\$litPart\$.+?t=s\?\.renderBefore\?\?null;e\._\$litPart\$=h=new k\(.+?\)\}/,
      'let h=i._$litPart$;if(void 0===h)i._$litPart$=h=new k(i.appendChild(c()),null,void 0,s);',
    ],
  ],
  'lit-element/lit-element': [
    [/const o=s\.litElementPolyfillSupport;o.+?\}\);/, ''],
    [/\(s\.litElementVersions.+?\);/, ''],
    [/connectedCallback\(\)\{.+?\}disconnectedCallback\(\)\{.+?\}(?=render)/, ''],
    [/,s\.litElementHydrateSupport.+?\);/, ';'],
    [/createRenderRoot\(\)\{.+?,t\}/, ''],
    [/,this\._\$Do=void 0/, ''],
    [/this\._\$Do=/, ''],
    [/this\.hasUpdated\|\|\(.+?\),/, ''],
    [/render\(\)\{return r\}/, ''],
    [/i\._\$litElement\$=!0,/, ''],
  ],
};

/**
 * What Lit carries for old browsers, for decorators, for servers, and for what no element here uses. Without it a page of
 * news is 1,960 bytes lighter. When Lit changes, the build stops and names the cut that no longer fits; tests run with what
 * is left, so a cut that takes what an element does use fails them.
 *
 * @param {string} code
 * @param {string} id Path of the module.
 * @returns {string | undefined} Undefined for what isn't Lit.
 */
export function cutLit(code, id) {
  const [, cuts] = Object.entries(past).find(([file]) => id.endsWith(`/${file}.js`)) ?? [];
  return cuts?.reduce((left, [cut, instead]) => {
    if (left.search(cut) < 0) throw new Error(`${id} holds no ${cut} any more: look what Lit has there now.`);
    return left.replace(cut, instead);
  }, code);
}

export const litOfToday = {
  name: 'lit-of-today',
  apply: /** @type {const} */ ('build'),
  transform: cutLit,
};
