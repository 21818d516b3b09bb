import type { Request } from './request.js';
import type { Via } from './origin.js';
import type { Validators } from './validators.js';

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
  readonly via: Via;
  /** Of a recording that is not the whole answer: what is missing. */
  readonly partial?: string | undefined;
  /** How often it was asked for until it came; 1 where the first answer was good. */
  readonly attempts: number;
  /** How to ask its host whether it is still the same; absent where it can't be asked. */
  readonly validators?: Validators | undefined;
  /** The host said that it is still the same: the body is the one that an earlier run kept. */
  readonly isUnchanged?: true | undefined;
}
