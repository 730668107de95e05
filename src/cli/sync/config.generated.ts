// Made from src/cli/sync/sync.schema.json by `npm run model`. Change the schema, not this file.

/**
 * What to ask of a CDN when something has changed, so that it forgets what it holds: an address that is asked by POST, or a request.
 */
export type Purge =
  | string
  | {
      /**
       * Address of the request. `{lang}` becomes the language.
       */
      url: string;
      /**
       * Method of the request, such as `PURGE`. Default: `POST`.
       */
      method?: string;
      /**
       * Headers of the request, each a text. `${NAME}` becomes the environment variable of that name, so that no key stands in this file.
       */
      headers?: {
        [k: string]: string;
      };
      /**
       * Body of the request: a text, or what is sent as JSON. `{lang}` in it becomes the language.
       */
      body?: string | {} | unknown[];
    };
/**
 * An address, or a file or folder from the folder of this file: anything that `iom-feed import` reads.
 */
export type SyncSource =
  | string
  | {
      /**
       * The address, file or folder.
       */
      from: string;
      /**
       * The address it had before: what was read there stays in the feed.
       */
      formerly?: string;
      /**
       * Parts that are taken of it; contacts that an item names come with it. Default: all.
       *
       * @minItems 1
       */
      take?: [
        'items' | 'contacts' | 'organization' | 'mission' | 'figures' | 'menu' | 'offices' | 'sections' | 'goals',
        ...(
          'items' | 'contacts' | 'organization' | 'mission' | 'figures' | 'menu' | 'offices' | 'sections' | 'goals'
        )[],
      ];
      /**
       * Pages that are read of it each time. What has left them stays in the feed. Default: all, up to 100.
       */
      pages?: number;
      /**
       * Site that its relative links belong to.
       */
      base?: string;
      /**
       * Country of its telephone numbers without a country code, such as `UY`.
       */
      country?: string;
      /**
       * Whether to take its planned posts, too, under embargo until their day. Default: false.
       */
      planned?: boolean;
    };

/**
 * What `iom-feed sync` does: sources by language, and where what they give is published.
 */
export interface SyncConfig {
  /**
   * Address of this schema, for editors.
   */
  $schema?: string;
  /**
   * Folder of the publications, from the folder of this file; a server serves `current` in it. `{lang}` becomes the language.
   */
  out: string;
  /**
   * Address that `current` will have. `{lang}` becomes the language. Without it, addresses in the feeds are relative.
   */
  url?: string;
  /**
   * Whether to publish copies of the pictures that are on other sites, too. Default: false.
   */
  pictures?: boolean;
  /**
   * Whether to publish pages of plain HTML, too, for weak lines. Default: false.
   */
  text?: boolean;
  purge?: Purge;
  /**
   * A feed for each language, by its tag, such as `fr` or `zh-Hans`.
   */
  feeds: {
    [k: string]: SyncFeed;
  };
}
/**
 * What makes up the feed of one language.
 */
export interface SyncFeed {
  /**
   * Name of the feed. Default: that of the first source that has one.
   */
  title?: string;
  /**
   * Where its content comes from. Of what stands in several, the first has the last word.
   *
   * @minItems 1
   */
  sources: [SyncSource, ...SyncSource[]];
}
