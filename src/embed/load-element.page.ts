/** Scripts in chunks/, without ending; `~` stands for one of LANGUAGES. The build puts them in. */
declare const CHUNKS: readonly string[];
/** For each element, in the order of elements.ts, those of CHUNKS that it starts with, each as a digit in base 36. The build puts them in. */
declare const NEEDS: readonly string[];
/** The languages there are words in, but for English, which is at hand. The build puts them in. */
declare const LANGUAGES: string;

/**
 * Loads an element by its tag without `iom-`: from the file beside the embed script that has its name. What it starts with
 * is asked for at the same time, and would otherwise be known only when the element is there.
 *
 * @param language That of its words, such as `fr`; empty where it is not plain.
 * @param index Place of the element in the list of elements.ts.
 */
export const loadElement = (name: string, language: string, index: number): Promise<unknown> => {
  for (const digit of NEEDS[index]) {
    const chunk = CHUNKS[parseInt(digit, 36)];
    // For all other languages English stands in.
    if (!chunk.includes('~') || LANGUAGES.includes(language || '-')) {
      // What can't be had is asked for once more by whoever imports it, and told of there.
      import(/* @vite-ignore */ `./chunks/${chunk.replace('~', language)}.js`).catch(String);
    }
  }
  return import(/* @vite-ignore */ `ELEMENTS/${name}.js`);
};
