/** One call to a provider. `url` may hold `{ENV_VARIABLE}` placeholders; the values never leave `src/fetch/`. */
export interface Request {
  readonly url: string;
  /** Default GET. */
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it stands. */
  readonly body?: string;
  /** The key that the call needs, by name; without it in the environment the call is not made. */
  readonly key?: KeyUse;
  /** A companion that the link can do without: where it fails, its page is left out. */
  readonly optional?: boolean;
}

/** How a provider's key is shown to it. */
export interface KeyUse {
  /** Environment variables that may hold it; the first one set is taken. */
  readonly env: readonly string[];
  /** Header that carries it. Default `authorization`. */
  readonly header?: string;
  /** What stands before the key in the header. Default `Bearer `. */
  readonly prefix?: string;
}

/** An answer, whole. */
export interface Page {
  readonly request: Request;
  /** Where the body came from after redirects; placeholders and secrets left out. */
  readonly url: string;
  readonly body: string;
  /** ISO 8601: when it was fetched or, of a recording, recorded. */
  readonly fetchedAt: string;
  /** Of the body's bytes, hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly via: 'live' | 'mirror' | 'recording';
}

/** The seam to the network: settles with a whole page or rejects with a `SourceError`. Must honour the signal. */
export type Get = (request: Request, signal: AbortSignal) => Promise<Page>;

/** What makes two requests the same one, whoever asks: method, URL and body. */
export const requestKey = ({
  method = 'GET',
  url,
  body = '',
}: {
  readonly method?: string | undefined;
  readonly url: string;
  readonly body?: string | undefined;
}): string => JSON.stringify([method, url, body]);
