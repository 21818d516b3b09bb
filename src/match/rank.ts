import { costKey } from './agree.js';
import type { ModelName } from './name.js';
import { squeezed } from './squeezed.js';
import type { Priced } from './strategy.js';

const OPERATORS = ['equals', 'startsWith', 'includes'];

/** How far apart two names are: fewer differences first, then the nearer spelling, then the newer snapshot. */
function distance(model: ModelName, { row, name }: Priced): number {
  const words = Math.abs(model.words.length - name.words.length);
  const flags = [
    model.versions.length !== name.versions.length,
    model.date !== name.date,
    model.revision !== name.revision,
    model.latest !== name.latest,
  ];
  const differences = words + flags.filter(Boolean).length;
  return differences * 4 + misspelling(model.text.toLowerCase(), row.model.toLowerCase());
}

/** 0 = the same text, 1 = a prefix more, 2 = other separators, 3 = spelled differently. */
function misspelling(text: string, row: string): number {
  if (text === row) return 0;
  if (text.endsWith(row)) return 1;
  return squeezed(text).endsWith(squeezed(row)) ? 2 : 3;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts candidates, the best first, the same for every order of the list. */
export function ranked(model: ModelName, candidates: readonly Priced[]): Priced[] {
  if (candidates.length < 2) return [...candidates];
  return candidates
    .map((price) => ({ price, far: distance(model, price) }))
    .sort((a, b) => a.far - b.far || byOrder(a.price, b.price))
    .map(({ price }) => price);
}

function byOrder(a: Priced, b: Priced): number {
  return (
    byText(b.name.date ?? '', a.name.date ?? '') ||
    OPERATORS.indexOf(a.row.operator) - OPERATORS.indexOf(b.row.operator) ||
    byText(a.row.provider, b.row.provider) ||
    byText(a.row.model, b.row.model) ||
    byText(costKey(a.row.cost), costKey(b.row.cost))
  );
}

/** The candidates that are as near as the best. */
export const equallyNear = (model: ModelName, sorted: readonly Priced[]): Priced[] => {
  const [best] = sorted;
  if (sorted.length < 2 || best === undefined) return [...sorted];
  const far = distance(model, best);
  return sorted.filter((price) => distance(model, price) === far);
};
