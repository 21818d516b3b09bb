import { type Candidate, look } from './look.js';
import { contains } from './contains.js';
import type { ModelName } from './name.js';
import { likeness } from './similar.js';
import type { Priced } from './strategy.js';

const most = 5;
/** Likeness below which a row is no near miss. */
const near = 0.4;

/** The rows that are spelled most like a name, the most alike first, with every guard that keeps them apart. It reads all rows. */
export const nearRows = (name: ModelName, rows: readonly Priced[]): Candidate[] =>
  rows
    .map((price) => ({ price, alike: alikeness(name, price.name) }))
    .filter(({ alike }) => alike >= near)
    .sort((a, b) => b.alike - a.alike || (a.price.row.model < b.price.row.model ? -1 : 1))
    .slice(0, most)
    .map(({ price }) => look(contains, name, price));

/** Likeness of the words, and a tenth of it again for equal numbers: among versions of a line, the same one comes first. */
function alikeness(a: ModelName, b: ModelName): number {
  const numbers = a.versions.join() === b.versions.join() && a.sizes.join() === b.sizes.join();
  return likeness(a, b) * (numbers ? 1.1 : 1);
}
