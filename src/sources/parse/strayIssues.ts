import type { Issue } from '../../model/pricing.js';

/** Prices that stand where nobody knows what they are for, as a model's issues. */
export const strayIssues = (cells: readonly string[] | null): Issue[] =>
  (cells ?? []).map((detail) => ({ code: 'unread-price', detail }));
