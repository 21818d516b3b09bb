import type { PriceRow } from '../../../model/price.js';

export type Alternative = Pick<PriceRow, 'model' | 'operator'>;

const operators: ReadonlyMap<string, PriceRow['operator']> = new Map([
  ['equals', 'equals'],
  ['starts_with', 'startsWith'],
  ['contains', 'includes'],
]);

/**
 * The names that a model stands for: its id, then each alternative of its match clause, in their order. What no operator can
 * say (`regex`, `ends_with`, `and`) is left out: of such a clause only the id stands for the model.
 */
export const alternativesOf = (id: string, clause: unknown): Alternative[] => [
  { model: id, operator: 'equals' },
  ...leavesOf(clause),
];

function leavesOf(clause: unknown): Alternative[] {
  if (typeof clause !== 'object' || clause === null) return [];
  return Object.entries(clause).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'or') return Array.isArray(value) ? value.flatMap(leavesOf) : [];
    const operator = operators.get(key);
    return operator && typeof value === 'string' && value.trim() !== '' ? [{ model: value, operator }] : [];
  });
}
