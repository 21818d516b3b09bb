/** Fields and characters that are kept. */
const fields = 20;
const characters = 200;

const short = (text: string): string => (text.length > characters ? `${text.slice(0, characters)}…` : text);

/** A row that is too large to be kept: its first fields, texts cut, and `…` for lists and objects in it. */
export function outlineOf(row: unknown): unknown {
  if (typeof row === 'string') return short(row);
  if (typeof row !== 'object' || row === null) return row;
  const kept = Object.entries(row).slice(0, fields);
  return Object.fromEntries(
    kept.map(([key, value]) => [
      short(key),
      typeof value === 'string' ? short(value) : typeof value === 'object' && value !== null ? '…' : (value as unknown),
    ]),
  );
}
