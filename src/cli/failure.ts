/** An end of the program that is no defect: one line for the user, and the exit code. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    message: string,
    /** 1 nothing could be produced, 2 wrong usage. */
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

/** The exit code of a run that the user broke off. */
export const interrupted = 130;

export const usageError = (message: string): Failure => new Failure(message, 2);
