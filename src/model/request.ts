/** One call to a source. `url` may hold `{ENV_VARIABLE}` placeholders; the values never leave `src/read/`. */
export interface Request {
  readonly url: string;
  /** Default GET. */
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it stands. */
  readonly body?: string;
  /** The key that the call needs, by name; without it in the environment the call is not made. */
  readonly key?: KeyUse;
  /** Folder of the recordings that answers it, where it is a document that several sources read. Default: the source's own. */
  readonly recordedBy?: string;
  /** A page named its host, and no adapter of ours: it is asked at public addresses alone. */
  readonly isNamed?: true;
}

/** How a source's key is shown to it. */
export interface KeyUse {
  /** Environment variables that may hold it; the first one set is taken. */
  readonly env: readonly string[];
  /** Header that carries it. Default `authorization`. */
  readonly header?: string;
  /** What stands before the key in the header. Default `Bearer `. */
  readonly prefix?: string;
}
