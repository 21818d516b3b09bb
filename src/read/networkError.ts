import { SourceError } from './errors.js';

/** What an error message may say about the request: the URL as a template, and who was asked. */
export interface Asked {
  readonly url: string;
  readonly place: string;
  readonly hide: (text: string) => string;
}

/**
 * Turns whatever a request failed with into a `SourceError` of kind `network`, with the cause in plain words and
 * without secrets. The raw error is not kept as `cause`, because its text and fields hold the full URL.
 */
export function networkError(error: unknown, { url, place, hide }: Asked): SourceError {
  const code = codeOf(error);
  const fault = faults[code];
  if (fault) {
    const { says, ...facts } = fault;
    return new SourceError('network', `${place}: ${says} (${code})`, { ...facts, url });
  }
  const text = hide(error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  if (/certificate|CERT/.test(`${code} ${text}`)) {
    const isOfClock = /NOT_YET_VALID|HAS_EXPIRED/.test(code);
    const next = isOfClock ? `is this machine's clock right (${today()})? See also` : 'see';
    const says = `${place}: its certificate is not trusted (${code || text}): ${next} NODE_EXTRA_CA_CERTS`;
    return new SourceError('network', says, { url });
  }
  const closed = /premature close|proxy connection ended/i.test(text);
  return new SourceError('network', `${place}: ${text}`, { url, transient: closed });
}

const today = (): string => new Date().toISOString().slice(0, 10);

const unreachable = { transient: true, unreachable: true };
const cut = { transient: true };

const faults: Readonly<Record<string, { says: string; transient: boolean; unreachable?: boolean }>> = {
  ENOTFOUND: { says: 'no such name: check the network or set HTTPS_PROXY', ...unreachable },
  EAI_AGAIN: { says: 'the name could not be looked up: check the network or set HTTPS_PROXY', ...unreachable },
  EAI_FAIL: { says: 'the name could not be looked up: check the network or set HTTPS_PROXY', ...unreachable },
  ECONNREFUSED: { says: 'the connection was refused: is it running?', ...unreachable },
  ENETUNREACH: { says: 'no route to it: check the network', ...unreachable },
  ENETDOWN: { says: 'no route to it: check the network', ...unreachable },
  EHOSTUNREACH: { says: 'no route to it: check the network', ...unreachable },
  EADDRNOTAVAIL: { says: 'no route to it: check the network', ...unreachable },
  ETIMEDOUT: { says: 'the connection could not be made in time: check the network', ...unreachable },
  ECONNRESET: { says: 'the connection was cut: try again later', ...cut },
  ECONNABORTED: { says: 'the connection was cut: try again later', ...cut },
  EPIPE: { says: 'the connection was cut: try again later', ...cut },
  ERR_STREAM_PREMATURE_CLOSE: { says: 'the answer broke off: try again later', ...cut },
  Z_BUF_ERROR: { says: 'the answer broke off: try again later', ...cut },
  Z_DATA_ERROR: { says: 'the answer could not be unpacked: try again later', ...cut },
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
