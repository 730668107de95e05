// A list of news as one writes it on a first day with Lit: everything at once, HTML as it comes.
import { LitElement, html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

class CarelessFeed extends LitElement {
  static properties = { src: {}, items: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    this.items = (await (await fetch(this.src)).json()).items;
  }

  render() {
    return html`<style>
        .item {
          margin-block: 1em;
        }
        h3 {
          margin: 0;
        }
      </style>
      ${this.items?.map(
        (item) =>
          html`<article class="item">
            <h3><a href=${item.url}>${item.title}</a></h3>
            <time datetime=${item.date_published}
              >${new Date(item.date_published).toLocaleDateString('en', { dateStyle: 'long' })}</time
            >
            <p>${unsafeHTML(item.summary)}</p>
          </article>`,
      )}`;
  }
}
customElements.define('careless-feed', CarelessFeed);
