import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { PictureError } from './picture-error.js';

/** Whether a server with this IP address may be asked. */
export type AddressCheck = (address: string) => boolean;

/** What is handed out for the web (RFC 4291); of IPv4 all that is not set apart. */
const global = ipaddr.IPv6.parseCIDR('2000::/3');
/** What a machine in Azure asks about itself has an address that looks like any other. */
const metadata = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one of the web: not of this machine, of a network around it, nor of what a cloud tells its
 * machines, which is link-local (169.254.169.254) or private. A feed made of other people's feeds must not have this
 * machine ask what only it can reach.
 */
export const isPublicAddress: AddressCheck = (address) => {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address inside of an IPv6 one is that.
  const parsed = ipaddr.process(address);
  return (
    parsed.range() === 'unicast' &&
    !metadata.has(parsed.toString()) &&
    (parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(global))
  );
};

/** @throws {PictureError} For a host that is written as an IP address: nobody looks that up. */
export function checkHost(hostname: string, isAllowed: AddressCheck): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) && !isAllowed(address)) throw refusal(address);
}

const refusal = (address: string) =>
  new PictureError(`its server is not public (${address})`, 'use a public address, or put the picture beside the feed');

type LookUpAll = (
  hostname: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Looks a host up for a connection and checks what it finds: the connection is made to the very address that was
 * checked, whatever the name stands for a moment later.
 *
 * @param lookUpAll For tests.
 */
export const checkedLookup =
  (isAllowed: AddressCheck, lookUpAll: LookUpAll = lookUp): LookupFunction =>
  (hostname, options, done) =>
    lookUpAll(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = error ? undefined : addresses.find(({ address }) => !isAllowed(address));
      if (error ?? refused) done(error ?? refusal(refused!.address), '', 0);
      else if (options.all) done(null, addresses);
      else done(null, addresses[0].address, addresses[0].family);
    });
