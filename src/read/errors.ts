import type { FaultKind } from '../model/fault.js';

export interface SourceErrorFacts {
  /** The request's URL with secrets left out. */
  readonly url?: string | undefined;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** Asking again may help. */
  readonly transient?: boolean;
  /** No connection came about: no name, no route, refused. Several of these say that there is no network. */
  readonly unreachable?: boolean;
  /** How long the server asked us to wait, in ms. */
  readonly retryAfterMs?: number | undefined;
  /** When asking again is allowed (ISO 8601), where the wait was too long to sit out. */
  readonly retryAt?: string | undefined;
  /** How often it was asked in all; 1 where it is not said. */
  readonly attempts?: number;
  readonly cause?: unknown;
}

/** A fault of one request or one body. One line of message: the cause, then the next step where there is one. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly url: string | undefined;
  readonly status: number | undefined;
  readonly transient: boolean;
  readonly unreachable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly retryAt: string | undefined;
  readonly attempts: number;

  constructor(
    readonly kind: FaultKind,
    message: string,
    facts: SourceErrorFacts = {},
  ) {
    super(message, { cause: facts.cause });
    this.url = facts.url;
    this.status = facts.status;
    this.transient = facts.transient ?? false;
    this.unreachable = facts.unreachable ?? false;
    this.retryAfterMs = facts.retryAfterMs;
    this.retryAt = facts.retryAt;
    this.attempts = facts.attempts ?? 1;
  }
}

/** The same fault with the moment (ISO 8601) before which the server doesn't want to be asked again. */
export const refusedUntil = (error: SourceError, retryAt: string): SourceError =>
  new SourceError(error.kind, `${error.message}; the server asks to be left alone until ${retryAt}`, {
    ...factsOf(error),
    retryAt,
    cause: error,
  });

/** The same fault, saying who was asked (`place`) for what (`url`, secrets left out). */
export const located = (error: SourceError, place: string, url: string): SourceError =>
  new SourceError(error.kind, `${place}: ${error.message}`, { ...factsOf(error), url });

/** The same fault after so many attempts. */
export const triedOften = (error: SourceError, attempts: number): SourceError =>
  attempts === 1 ? error : new SourceError(error.kind, error.message, { ...factsOf(error), attempts });

const factsOf = (error: SourceError): SourceErrorFacts => {
  const { url, status, transient, unreachable, retryAfterMs, retryAt, attempts, cause } = error;
  return { url, status, transient, unreachable, retryAfterMs, retryAt, attempts, cause };
};
