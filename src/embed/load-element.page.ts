/** Scripts in chunks/, without ending; `~` stands for one of the languages there are words in. The build puts them in. */
declare const CHUNKS: readonly string[];
/** For each element those of CHUNKS that it starts with, each as a digit in base 36. The build puts them in. */
declare const NEEDS: Readonly<Record<string, string>>;

/**
 * Loads an element by its tag without `iom-`: from the file beside the embed script that has its name. What it starts with
 * is asked for at the same time, and would otherwise be known only when the element is there.
 *
 * @param language That of its words, such as `fr`; empty where it is not plain.
 */
export const loadElement = (name: string, language: string): Promise<unknown> => {
  for (const digit of NEEDS[name]) {
    const chunk = CHUNKS[parseInt(digit, 36)];
    // English is at hand, and stands in for languages that there are no words in.
    if (!chunk.includes('~') || 'ar es fr ru zh'.includes(language || '-')) {
      // What can't be had is asked for once more by whoever imports it, and told of there.
      import(/* @vite-ignore */ `./chunks/${chunk.replace('~', language)}.js`).catch(String);
    }
  }
  return import(/* @vite-ignore */ `./elements/${name}.js`);
};
