/** An object of a file, of which nothing is known yet. */
export type Bag = Readonly<Record<string, unknown>>;

/** The object that something is; an empty one where it is none. */
export const bagOf = (value: unknown): Bag => (isBag(value) ? value : {});

/** The objects in an object, by their keys. */
export const entriesOf = (value: unknown): [string, Bag][] =>
  Object.entries(bagOf(value)).flatMap(([key, inner]) => (isBag(inner) ? [[key, inner] as [string, Bag]] : []));

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);
