const reasons: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused; check the address',
  EHOSTUNREACH: 'the server is unreachable; check the address',
  ENETUNREACH: 'the network is unreachable; check the connection',
  ENOTFOUND: 'there is no server with that name; check the address',
  EAI_AGAIN: 'the server name could not be looked up; try again',
  ECONNRESET: 'the server closed the connection; try again',
  UND_ERR_SOCKET: 'the server closed the connection; try again',
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
  if (name === 'TimeoutError') return `there was no complete response in ${timeout / 1000} seconds; try again`;
  return reasons[code] ?? (cause ? explainNetworkFailure(cause, timeout) : undefined);
}
