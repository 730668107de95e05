import 'iom-widgets/elements/news-feed.js';
import 'iom-widgets/elements/press-contact.js';
import { hydrate } from 'preact';
import { App } from './App';

hydrate(<App src={document.body.dataset.src!} />, document.getElementById('app')!);
