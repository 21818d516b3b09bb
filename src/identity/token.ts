/** A part of a model's name. */
export interface Token {
  readonly text: string;
  readonly kind: 'word' | 'version' | 'size';
  /** Nothing stood between it and the token before it (`qwen3`). */
  readonly glued: boolean;
  /** As it was written, where that differs: `v3`, `embed`. */
  readonly said?: string;
}

/** The parts of a name in its own order, with what stands apart from it. */
export interface Tokens {
  readonly tokens: readonly Token[];
  /** `2024-11-20`, `2025-07` or `--07-11`. */
  readonly date: string | null;
  /** The date as it was written: `0324`, `08-2024`. */
  readonly written: string | null;
  /** A release number behind the name: `1`, `0.2`. */
  readonly revision: string | null;
  readonly latest: string | null;
}
