const { apiFetch, element } = window.wp;
const { useEffect, useState } = element;

/** Answers by what was asked, so that ten blocks of a page ask once. */
const answers = new Map();

function ask(query) {
  const path = `/iom-widgets/v1/choices?${new URLSearchParams(query)}`;
  if (!answers.has(path)) {
    const answer = apiFetch({ path });
    answers.set(path, answer);
    // What has failed may be there the next time.
    answer.catch(() => answers.delete(path));
  }
  return answers.get(path);
}

/**
 * What the server knows of the feed that a block shows: its address, what can be chosen in it, and what is wrong.
 *
 * @param {{ src?: string, feed?: string, lang?: string, languages?: string }} values Attributes of the block.
 * @returns {object | undefined} Undefined until it has answered; of another feed than before, what was known of that.
 */
export function useFeed({ src = '', feed = '', lang = '', languages = '' }) {
  const [known, setKnown] = useState();
  useEffect(() => {
    let isCurrent = true;
    // An address is asked for once nobody types in it any more.
    const timer = setTimeout(
      () =>
        ask({ src, feed, lang, languages }).then(
          (answer) => isCurrent && setKnown(answer),
          () => isCurrent && setKnown({ src, choices: {} }),
        ),
      src ? 500 : 0,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [src, feed, lang, languages]);
  return known;
}
