import 'iom-widgets/elements/news-feed.js';

const news = document.querySelector('iom-news-feed');
document.querySelector('button').addEventListener('click', () => {
  news.src = '/office.en.json?again';
  news.limit = 3;
});
news.addEventListener('iom-load', ({ feed }) => {
  document.querySelector('output').textContent = feed.title;
});
