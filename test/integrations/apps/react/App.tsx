import { PressContact } from 'iom-widgets/react';
import type {} from 'iom-widgets/types/react';
import { useState } from 'react';

/** A news list by its tag, and a contact by its component. */
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
      <PressContact src={address} contactId="geneva" onIomLoad={({ feed }) => hear(`contact of ${feed.title}`)}>
        <a href="https://example.org">Press desk</a>
      </PressContact>
    </main>
  );
}

// @ts-expect-error: there is no such layout.
export const wrong = () => <iom-news-feed layout="round" />;
