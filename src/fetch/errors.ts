/** What went wrong while a source was read; the kind says what to do about it. */
export type Fault = 'network' | 'timeout' | 'http' | 'too-large' | 'shape' | 'no-recording' | 'no-key';

export interface SourceErrorFacts {
  /** The request's URL with secrets left out. */
  readonly url?: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** Asking again may help. */
  readonly transient?: boolean;
  /** How long the server asked us to wait, in ms. */
  readonly retryAfterMs?: number;
  /** When asking again is allowed (ISO 8601), where the wait was too long to sit out. */
  readonly retryAt?: string;
  readonly cause?: unknown;
}

/** A fault of one request or one body. One line of message: the cause, then the next step where there is one. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly url: string | undefined;
  readonly status: number | undefined;
  readonly transient: boolean;
  readonly retryAfterMs: number | undefined;
  readonly retryAt: string | undefined;

  constructor(
    readonly kind: Fault,
    message: string,
    facts: SourceErrorFacts = {},
  ) {
    super(message, { cause: facts.cause });
    this.url = facts.url;
    this.status = facts.status;
    this.transient = facts.transient ?? false;
    this.retryAfterMs = facts.retryAfterMs;
    this.retryAt = facts.retryAt;
  }
}

/** The body is not what the source's specification says: an error page, an empty list, a missing table. */
export const shapeError = (message: string, cause?: unknown): SourceError =>
  new SourceError('shape', message, { cause });
