/** Made from the manifest by vite.config.ts. */
declare module 'iom:attributes' {
  /** The attributes of each element, by its tag without `iom-`. */
  const attributes: Record<string, string[]>;
  export default attributes;
  /** Names of the events of all elements. */
  export const events: string[];
}

/** The file of what all elements need. */
declare module 'iom:core' {}

/** The embed script beside a file of `dist/`. */
declare module 'iom:autoload' {}
