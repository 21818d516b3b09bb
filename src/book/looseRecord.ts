/** A JSON object of which little is known. */
export type LooseRecord = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is LooseRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The prices of a record, whatever they are. */
export const costOf = ({ cost }: LooseRecord): LooseRecord => (isObject(cost) ? cost : {});
