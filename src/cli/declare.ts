/** An option of the command line. */
export interface Declared<T> {
  readonly flags: string;
  readonly help: string;
  /** What it takes, for the error: "a whole number from 1 to 64". */
  readonly expects: string;
  /** The value that a text says; undefined where it says none. Not by zod, which takes longer to load than most commands take. */
  readonly read: (text: string) => T | undefined;
  /** May be given more than once. */
  readonly repeats?: boolean;
  /** Set without an argument. */
  readonly isFlag?: boolean;
}

/** Keeps the type of the option's value. */
export const declare = <T>(option: Declared<T>): Declared<T> => option;
/** An option that is there or not. */
export const flag = (flags: string, help: string) =>
  declare({ flags, help, expects: '', read: (): boolean | undefined => undefined, isFlag: true });

/** A text that is not empty. */
export const some = (text: string): string | undefined => (text === '' ? undefined : text);
/** A text of that form. */
export const matching =
  (form: RegExp) =>
  (text: string): string | undefined =>
    form.test(text) ? text : undefined;
/** A number of that form, within bounds. */
export const number =
  (form: RegExp, least: number, most: number) =>
  (text: string): number | undefined => {
    const value = Number(text);
    return form.test(text) && value >= least && value <= most ? value : undefined;
  };
/** A whole number. */
export const whole = (least: number, most: number) => number(/^\d+$/, least, most);
/** One of some words. */
export const oneOf =
  <const Word extends string>(words: readonly Word[]) =>
  (text: string): Word | undefined =>
    words.find((word) => word === text);
