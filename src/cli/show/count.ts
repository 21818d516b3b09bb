/** A number as people read it: `8,544`. */
export const count = (value: number): string => value.toLocaleString('en-US');

/** `1 offer`, `8,544 offers`. */
export const counted = (value: number, what: string): string => `${count(value)} ${what}${value === 1 ? '' : 's'}`;
