/** What a run is told: in Node by the environment, in browsers by the page that web-test-runner.config.mjs writes. */
export interface Settings {
  /** How often a property is tried. */
  FUZZ?: string;
  /** Where random input begins. */
  SEED?: string;
  /** The only element that tests of all elements look at, by its tag without `iom-`. */
  ELEMENT?: string;
}

export const settings = (
  globalThis.document
    ? JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=settings]')?.content ?? '{}')
    : process.env
) as Settings;
