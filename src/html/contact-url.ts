/** URLs made of the telephone numbers and addresses of a feed: only what cannot be anything else gets through. */

/**
 * `tel:` with the extension as RFC 3966 writes it.
 *
 * @param number E.164.
 * @returns Undefined when that is not a number that can be dialled from everywhere.
 */
export const telUrl = (number = '', extension = ''): string | undefined =>
  /^\+[1-9]\d{1,14}$/.test(number)
    ? `tel:${number}${/^\d{1,11}$/.test(extension) ? `;ext=${extension}` : ''}`
    : undefined;

/**
 * `mailto:` of one address, encoded so that nothing in it can add a header (`?`, `&`, `%0A`).
 *
 * @returns Undefined for what is not one address: without exactly one `@`, or with blanks, line ends or controls.
 */
export function mailUrl(address = ''): string | undefined {
  const [, local, domain] = /^([^@\s<>()",;:\\\p{C}]{1,64})@([^@\s<>()",;:\\\p{C}]{1,255})$/u.exec(address) ?? [];
  return local && `mailto:${encodeURIComponent(local)}@${encodeURIComponent(domain)}`;
}
