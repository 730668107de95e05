const reasons: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused; check the address',
  EHOSTUNREACH: 'the server is unreachable; check the address',
  ENETUNREACH: 'the network is unreachable; check the connection',
  ENOTFOUND: 'there is no server with that name; check the address',
  EAI_AGAIN: 'the server name could not be looked up; try again',
  ECONNRESET: 'the server closed the connection; try again',
  ETIMEDOUT: 'the server did not respond; try again',
  UND_ERR_CONNECT_TIMEOUT: 'the server did not respond; try again',
  UND_ERR_SOCKET: 'the server closed the connection; try again',
  CERT_HAS_EXPIRED: "the server's certificate has expired; tell its owner",
};

/** Groups of codes: of what unpacks responses, of what reads HTTP, and of TLS. */
const groups: [RegExp, string][] = [
  [/^Z_|BROTLI|^ERR__/, "the response can't be unpacked; try again, and report it to the site’s owner if it persists"],
  [/^HPE_|^UND_ERR_(?:HEADERS|RESPONSE)/, 'it responds with something other than HTTP; check the address'],
  [/CERT|TLS|SSL|SIGNATURE/, "the server's certificate is not valid; check the address, and tell its owner"],
];

/**
 * Why a server could not be asked: what happened; what to do.
 *
 * @param timeout Milliseconds that it had.
 * @returns Undefined for what has nothing to do with it.
 */
export function explainNetworkFailure(error: unknown, timeout: number): string | undefined {
  const { name, code = '', cause } = Object(error) as NodeJS.ErrnoException;
  if (name === 'TimeoutError') return `there was no complete response in ${timeout / 1000} seconds; try again`;
  const reason = reasons[code] ?? groups.find(([codes]) => codes.test(code))?.[1];
  return reason ?? (cause ? explainNetworkFailure(cause, timeout) : undefined);
}
