const reasons: Record<string, string> = {
  ECONNREFUSED: 'nobody answers there; check the address',
  EHOSTUNREACH: 'nobody answers there; check the address',
  ENETUNREACH: 'there is no way to that server from here; check the network',
  ENOTFOUND: 'there is no server of that name; check the address',
  EAI_AGAIN: 'the name of the server could not be looked up; try again',
  ECONNRESET: 'the server broke off; try again',
  UND_ERR_SOCKET: 'the server broke off; try again',
  CERT_HAS_EXPIRED: "the server's certificate has expired; tell its owner",
};

/**
 * Why a server could not be asked: what happened; what to do.
 *
 * @param timeout Milliseconds that it had.
 * @returns Undefined for what has nothing to do with it.
 */
export function explainNetworkFailure(error: unknown, timeout: number): string | undefined {
  const { name, code = '', cause } = Object(error) as NodeJS.ErrnoException;
  if (name === 'TimeoutError') return `there was no complete answer in ${timeout / 1000} seconds; try again`;
  return reasons[code] ?? (cause ? explainNetworkFailure(cause, timeout) : undefined);
}
