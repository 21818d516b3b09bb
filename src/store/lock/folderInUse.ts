import type { Holder } from './holder.js';

/** Another run holds the folder: one line that says who, where and since when, with the next step. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(
    folder: string,
    /** Undefined where the lock does not say. */
    readonly holder: Holder | undefined,
  ) {
    super(`${folder} is in use by ${nameOf(holder)}: wait for it with --wait, or choose another folder with --out`);
  }
}

/** A holder in words. */
export const nameOf = (holder: Holder | undefined): string =>
  holder ? `another run (pid ${holder.pid} on ${holder.host}, since ${holder.since})` : 'another run';
