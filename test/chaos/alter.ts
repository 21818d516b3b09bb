type Row = Record<string, unknown>;
type Change = (rows: readonly Row[]) => unknown[];

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the most rows stand in a document: a list of objects, or an object of objects by their ids. */
function largest(value: unknown): unknown[] | Row | undefined {
  let found: { readonly holder: unknown[] | Row; readonly size: number } | undefined;
  const visit = (one: unknown, depth: number): void => {
    if (typeof one !== 'object' || one === null || depth > 4) return;
    const inner = Object.values(one);
    const size = inner.filter(isRow).length;
    if (size > 1 && size > (found?.size ?? 0)) found = { holder: one as unknown[] | Row, size };
    for (const next of inner) visit(next, depth + 1);
  };
  visit(value, 0);
  return found?.holder;
}

/** A JSON body with its rows changed; any other body as it is. */
export function altered(body: string, change: Change): string | Buffer {
  let whole: unknown;
  try {
    whole = JSON.parse(body);
  } catch {
    return body;
  }
  const holder = largest(whole);
  if (!holder) return body;
  const changed = change(Object.values(holder).filter(isRow));
  if (Array.isArray(holder)) holder.splice(0, holder.length, ...changed);
  else for (const [i, key] of Object.keys(holder).entries()) holder[key] = changed[i];
  const text = JSON.stringify(whole);
  return text.includes(undecodable) ? undecoded(text) : text;
}

const undecodable = '@@undecodable@@';

/** The mark as bytes that no UTF-8 has. */
const undecoded = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(undecodable)
      .flatMap((part, i) => (i === 0 ? [] : [Buffer.from([0xff, 0xfe])]).concat(Buffer.from(part))),
  );

const flip = (value: unknown): unknown =>
  typeof value === 'string' ? 7 : typeof value === 'number' ? [value] : Array.isArray(value) ? 'list' : [];

const tenth = (i: number): boolean => i % 10 === 3;

/** What may become of rows. */
export const rows: Readonly<Record<'broken' | 'fewer' | 'retyped' | 'twice' | 'undecodable', Change>> = {
  broken: (all) => all.map((row, i) => (tenth(i) ? [null, 'torn', 5, {}][i % 4] : row)),
  fewer: (all) => all.slice(0, Math.ceil(all.length / 10)),
  retyped: (all) => all.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, flip(value)]))),
  twice: (all) => [...all, ...all],
  undecodable: (all) =>
    all.map((row, i) =>
      tenth(i) && typeof row['id'] === 'string' ? { ...row, id: `${row['id'].slice(0, -1)}${undecodable}` } : row,
    ),
};

const isPriceKey = /price|cost|pricing|rate|^(input|output|prompt|completion)$/i;

/** Every number that stands under a key of a price, changed; null and 0 stay. */
export const prices =
  (change: (price: number) => unknown): Change =>
  (all) =>
    all.map((row) => changed(row, false, change));

function changed(value: unknown, isPrice: boolean, change: (price: number) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => changed(one, isPrice, change));
  if (isRow(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, changed(inner, isPrice || isPriceKey.test(key), change)]),
    );
  if (!isPrice) return value;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number > 0)) return value;
  const made = change(number);
  return typeof value === 'string' ? String(made) : made;
}
