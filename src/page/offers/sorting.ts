/** The order that an address names: a column's id, with a minus before it for the largest first. */
export const sortingOf = (sort: string): { id: string; desc: boolean }[] =>
  sort === '' ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }];

/** The order that a press on a column's head asks for next: the smallest first, the largest first, none. */
export const nextSort = (sort: string, id: string): string => (sort === id ? `-${id}` : sort === `-${id}` ? '' : id);

const texts = new Intl.Collator('en', { numeric: true });

/** Numbers by size, texts as people sort them. */
export const compared = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : texts.compare(String(a), String(b));
