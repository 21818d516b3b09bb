/** A place where an output is not what it should be. */
export interface Difference {
  /** Relative to the output folder. */
  readonly file: string;
  /** What of it, in words: a model and a field; empty where it is the file as a whole. */
  readonly what: string;
  /** In words: what it says and what it should say. */
  readonly detail: string;
}

/** What no body says any more. */
export interface Kept {
  readonly file: string;
  /** The model. */
  readonly id: string;
  /** Names of the fields; `*` = the model as a whole. */
  readonly fields: readonly string[];
  /** ISO day of the reading that they are kept from. */
  readonly since: string;
}

/** What `verify` found. */
export interface Verified {
  readonly differences: readonly Difference[];
  /** Values that earlier readings said, and that can't be derived any more. */
  readonly kept: readonly Kept[];
  /** Files that were compared with what the bodies say. */
  readonly files: number;
  /** Numbers in them. */
  readonly numbers: number;
  /** Bodies that were opened. */
  readonly bodies: number;
}
