import 'iom-widgets/elements/news-feed.js';
import 'iom-widgets/elements/press-contact.js';
import { hydrate } from 'svelte';
import App from './App.svelte';

hydrate(App, { target: document.getElementById('app')!, props: { src: document.body.dataset.src! } });
