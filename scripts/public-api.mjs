// What pages may rely on: the names in the manifest.

/**
 * Versions that promise the same: the major one, before 1.0 the minor one (https://semver.org, 4).
 *
 * @param {string} version
 */
export const lineOf = (version) => /^0\.\d+|^\d+/.exec(version)?.[0] ?? version;

/** @typedef {Record<string, Record<string, string[]>>} Promises Names by tag and kind. */

/**
 * @param {{ modules: { declarations: object[] }[] }} manifest
 * @returns {Promises}
 */
export function promisesOf(manifest) {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  const names = (list = []) => list.map(({ name }) => name).sort();
  return Object.fromEntries(
    elements
      .map((element) => [
        element.tagName,
        {
          attributes: names(element.attributes),
          properties: names(element.members?.filter(({ kind }) => kind === 'field')),
          methods: names(element.members?.filter(({ kind }) => kind === 'method')),
          events: names(element.events),
          slots: names(element.slots),
          parts: names(element.cssParts),
          states: names(element.cssStates),
          'custom properties': names(element.cssProperties),
        },
      ])
      .sort(([one], [other]) => one.localeCompare(other)),
  );
}

/**
 * What an older version promised and a newer one does not keep.
 *
 * @param {Promises} older
 * @param {Promises} newer
 * @returns {string[]} Such as `iom-news-feed: parts: title`.
 */
export function brokenPromises(older, newer) {
  return Object.entries(older).flatMap(([tag, kinds]) =>
    Object.entries(kinds).flatMap(([kind, names]) =>
      names.filter((name) => !newer[tag]?.[kind]?.includes(name)).map((name) => `${tag}: ${kind}: ${name}`),
    ),
  );
}
