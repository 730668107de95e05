import { prerender } from 'iom-widgets/ssr';
import { Register } from './register';

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test',
  items: [{ id: '1', title: 'A title', url: 'https://example.org/1' }],
};
const list = `<iom-news-feed src="/office.en.json" limit="2" lang="en">
  <a href="https://example.org">All news</a>
</iom-news-feed>`;

export default async function Page() {
  const { html } = await prerender(list, { feeds: { '/office.en.json': feed } });
  return (
    <main>
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <Register />
    </main>
  );
}
