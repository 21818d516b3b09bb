import type { Marks } from './marks.js';

/** A bar of a `share` (0…1) of `cells` columns, in eighths of one; of more than nothing at least the least that can be seen. */
export function bar(share: number, cells: number, { eighths }: Pick<Marks, 'eighths'>): string {
  const parts = Math.round(Math.min(1, Math.max(0, share)) * cells * eighths.length);
  const least = share > 0 ? eighths.findIndex((mark) => mark !== '') + 1 : 0;
  const length = Math.max(parts, least);
  const rest = eighths[(length % eighths.length) - 1] ?? '';
  return (eighths.at(-1) ?? '').repeat(Math.floor(length / eighths.length)) + rest;
}
