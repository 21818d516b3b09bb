import type { Readable, Writable } from 'node:stream';
import type { Observable } from 'rxjs';
import type { OptionName, Options } from './options.js';

/** The world as a command sees it. */
export interface Surroundings {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Emits when the user wants the program to end. */
  readonly stop: Observable<unknown>;
  /** Whether `stop` has emitted. */
  readonly isStopped: () => boolean;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionName[];
  /** A single argument, as commander writes it: `<model>`; several words are one text: `<model...>`. */
  readonly argument?: { readonly form: string; readonly help: string };
  /** Gives the exit code; throws a `Failure` for what the user can mend. */
  readonly run: (options: Options, surroundings: Surroundings, argument?: string) => Promise<number>;
}
