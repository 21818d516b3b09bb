import type { Request } from '../model/request.js';
import type { Validators } from '../model/validators.js';

/** An answer of an earlier run, whole, and how to ask whether it is still the same. */
export interface KnownAnswer {
  readonly validators: Validators;
  readonly body: string;
  /** Of the answer's bytes, hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The answers that earlier runs kept. */
export interface KnownAnswers {
  /** Undefined where there is none, or where its body is not what was kept. Never rejects. */
  find(request: Request): Promise<KnownAnswer | undefined>;
}
