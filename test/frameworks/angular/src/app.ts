import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { LoadEvent } from 'iom-widgets';
import 'iom-widgets/elements/news-feed.js';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <iom-news-feed [attr.src]="'/office.en.json' + query()" [attr.limit]="query() ? 3 : 2" (iom-load)="hear($event)">
        <a href="https://example.org">All news</a>
      </iom-news-feed>
      <button (click)="query.set('?again')">Change</button>
      <output>{{ title() }}</output>
    </main>
  `,
})
export class App {
  readonly query = signal('');
  readonly title = signal('');
  hear = ({ feed }: LoadEvent) => this.title.set(feed.title);
}
