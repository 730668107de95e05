// Can other people's browsers open this address?

/** What keeps an address from working on other people's pages. */
export type AddressProblem = 'missing' | 'unfinished' | 'insecure' | 'local' | 'example';

/** Hosts that only this computer or its local network knows. */
const local =
  /^(localhost|.*\.(localhost|local|internal|lan|home\.arpa)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[::1?\]|\[f[cd][^.]*\]|\[fe80[^.]*\]|[^.]*)$/;
/** Domains that are set aside for examples (RFC 2606). */
const example = /(^|\.)example(\.(com|net|org))?$/;

/** What is wrong with an address that a snippet is going to name; undefined where nothing is. */
export function addressProblem(address: string): AddressProblem | undefined {
  const text = address.trim().replace(/\{\w+\}/g, 'x');
  if (!text) return 'missing';
  if (!/^https?:\/\/[^/\s]+\.?[^/\s]*(\/\S*)?$/i.test(text) || !URL.canParse(text)) return 'unfinished';
  const { protocol, hostname } = new URL(text);
  if (example.test(hostname)) return 'example';
  if (local.test(hostname)) return 'local';
  return protocol === 'https:' ? undefined : 'insecure';
}
