import type { Readable, Writable } from 'node:stream';
import type { Subscribable } from 'rxjs';
import type { OptionName, Options } from './options.js';

/** The world as a command sees it. */
export interface Surroundings {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Emits when the user wants the program to end: `stopOf` makes an Observable of it, for which rxjs is loaded. */
  readonly stop: Subscribable<unknown>;
  /** Whether `stop` has emitted. */
  readonly isStopped: () => boolean;
}

interface Argument {
  readonly form: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionName[];
  /** An argument, as commander writes it: `<model>`; several words are one text: `<model...>`. */
  readonly argument?: Argument;
  /** Another one after it. */
  readonly second?: Argument;
  /** Loads what it does, which takes longer than to tell what it is. */
  readonly load: (options: Options) => Promise<Action>;
}

/** What a command does: gives the exit code; throws a `Failure` for what the user can mend. */
export type Action = (
  options: Options,
  surroundings: Surroundings,
  argument?: string,
  second?: string,
) => Promise<number>;
