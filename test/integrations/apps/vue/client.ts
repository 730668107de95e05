import 'iom-widgets/elements/news-feed.js';
import 'iom-widgets/elements/press-contact.js';
import { createSSRApp } from 'vue';
import App from './App.vue';

createSSRApp(App, { src: document.body.dataset.src! }).mount('#app');
