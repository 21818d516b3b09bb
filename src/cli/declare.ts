import { z } from 'zod';

/** An option of the command line. */
export interface Declared<T> {
  readonly flags: string;
  readonly help: string;
  /** What the schema takes, for the error: "a whole number from 1 to 64". */
  readonly expects: string;
  readonly schema: z.ZodType<T, string | undefined>;
  /** May be given more than once. */
  readonly repeats?: boolean;
  /** Set without an argument. */
  readonly isFlag?: boolean;
}

/** Keeps the type of the option's value. */
export const declare = <T>(option: Declared<T>): Declared<T> => option;
/** An option that is there or not. */
export const flag = (flags: string, help: string) =>
  declare({ flags, help, expects: '', schema: z.stringbool().optional(), isFlag: true });
/** A whole number. */
export const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(least).max(most));
