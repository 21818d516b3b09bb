import { levelWords } from '../parse/levelWords.js';
import { label, type Table } from '../parse/tables.js';

/** A column of prices: of what, per what, and at which service level where its title says one. */
export interface PriceColumn {
  readonly kind: 'input' | 'cached input' | 'output' | 'price';
  /** In the title's words; null where it names none. */
  readonly unit: string | null;
  readonly level: string;
}

/**
 * "Cached input pricing (per 1M tokens)", "Price per MP", "Batch output pricing": words before the kind of price that are
 * none of it are a service level.
 */
export function priceColumn(title: string): PriceColumn | null {
  const [, words = '', unit] = /^(.*?)\bpric(?:e|es|ing)(?: (?:per )?(.+))?$/s.exec(label(title)) ?? [];
  if (!/\bpric/.test(label(title))) return null;
  const [, level = '', kind = ''] = /^(.*?)((?:cached )?(?:input|output)|)$/.exec(words.trim()) ?? [];
  return { kind: (kind || 'price') as PriceColumn['kind'], unit: unit ?? null, level: levelWords(level) };
}

const headingOf = (table: Table): string => table.headings.at(-1) ?? '';

/** The first word of the innermost heading: chat, image, vision … */
export const sectionOf = (table: Table): string => label(headingOf(table)).split(' ')[0] ?? '';

/** The service level of a column or of the whole table; '' is the price as such. */
export const tierOf = (table: Table, { level }: PriceColumn): string => level || levelWords(headingOf(table));
