import { define } from '../base/define-element.js';
import { NewsFeed } from './news-feed.js';

define('iom-news-feed', NewsFeed);

declare global {
  interface HTMLElementTagNameMap {
    'iom-news-feed': NewsFeed;
  }
}
