// The least that a browser must do for a list of news: one script, one request, one innerHTML.
window.toHtml = (items) => {
  const escape = (text) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const dates = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
  return items
    .map(
      ({ url, title, date_published: date, summary }) =>
        `<article class="item"><h3><a href="${escape(url)}">${escape(title)}</a></h3><time datetime="${date}">${dates.format(new Date(date))}</time><p>${escape(summary)}</p></article>`,
    )
    .join('');
};
window.showNews = async (place) => {
  place.innerHTML = window.toHtml((await (await fetch(place.dataset.src)).json()).items);
};
for (const place of document.querySelectorAll('[data-src]')) window.showNews(place);
