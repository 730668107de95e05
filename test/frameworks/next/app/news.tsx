'use client';
import 'iom-widgets/elements/news-feed.js';
import type {} from 'iom-widgets/types/react';
import { useState } from 'react';

export function News() {
  const [query, setQuery] = useState('');
  const [title, setTitle] = useState('');
  return (
    <>
      <iom-news-feed
        src={`/office.en.json${query}`}
        limit={query ? 3 : 2}
        oniom-load={({ feed }) => setTitle(feed.title)}
      >
        <a href="https://example.org">All news</a>
      </iom-news-feed>
      <button onClick={() => setQuery('?again')}>Change</button>
      <output>{title}</output>
    </>
  );
}
