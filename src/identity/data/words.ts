/** A set of words from one text. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
