import type {} from 'iom-widgets/types/preact';
import { useState } from 'preact/hooks';

export function App({ src }: { src: string }) {
  const [address, setAddress] = useState(src);
  const [limit, setLimit] = useState(2);
  const [heard, setHeard] = useState<string[]>([]);
  const hear = (what: string) => setHeard((before) => [...before, what]);
  const change = () => {
    setAddress(`${src}?again`);
    setLimit(3);
  };
  return (
    <main>
      <button onClick={change}>Change</button>
      <output>{heard.join(', ')}</output>
      <iom-news-feed
        src={address}
        limit={limit}
        heading-level={2}
        oniom-load={({ feed }) => hear(`news of ${feed.title}`)}
      >
        <a href="https://example.org">All news</a>
      </iom-news-feed>
      <iom-press-contact src={address} contact-id="geneva" oniom-load={({ feed }) => hear(`contact of ${feed.title}`)}>
        <a href="https://example.org">Press desk</a>
      </iom-press-contact>
    </main>
  );
}

// @ts-expect-error: there is no such layout.
export const wrong = () => <iom-news-feed layout="round" />;
