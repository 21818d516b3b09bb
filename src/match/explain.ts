import type { Issue, Match } from '../model/model.js';
import type { PriceRow } from '../model/price.js';
import { addsVersion, combinedName } from './combinedName.js';
import { confidenceOf } from './confidence.js';
import { contains } from './contains.js';
import { ladder } from './ladder.js';
import { parseName, type ModelName } from './name.js';
import type { Key, PriceIndex } from './priceIndex.js';
import { platformOf } from './providers.js';
import { likeness } from './similar.js';
import type { Priced, Strategy } from './strategy.js';

/** One guard's objection to a row. */
export interface Refusal {
  readonly guard: string;
  readonly objection: string;
}

/** A row that a strategy looked at, or nearly did. */
export interface Candidate {
  readonly provider: string;
  readonly model: string;
  readonly operator: PriceRow['operator'];
  /** USD per 1K tokens. */
  readonly input: number | null;
  readonly output: number | null;
  /** The confidence it would have; null if a guard refused it. */
  readonly confidence: number | null;
  readonly refusedBy: readonly Refusal[];
}

/** How a price was found, or why none was. */
export interface Explanation {
  readonly provider: string;
  readonly id: string;
  readonly name: string | null;
  /** How the id is read. */
  readonly reading: Pick<ModelName, 'vendor' | 'words' | 'versions' | 'sizes' | 'date' | 'revision' | 'latest'>;
  /** Rows of the provider in the price list. */
  readonly rows: number;
  /** Every strategy in order; one below the match was not needed. */
  readonly strategies: readonly { readonly strategy: string; readonly candidates: readonly Candidate[] }[];
  readonly match: Match | null;
  readonly refused: string | null;
  /** What of the row's price can be used, USD per 1K tokens, and what is wrong with the rest. */
  readonly cost: PriceRow['cost'];
  readonly issues: readonly Issue[];
  /** The nearest other rows of the provider; where it has none, of the others (they are never taken). */
  readonly nearMisses: readonly Candidate[];
}

const NEAR_MISSES = 5;
/** Likeness below which a row is no near miss. */
const NEAR = 0.4;

/** Explains a lookup. Reads all rows of the provider: made for a person's question, not for a run. */
export function explainMatch(index: PriceIndex, key: Key): Explanation {
  const finding = index.find(key);
  const read = namesOf(key);
  const rows = index.rowsOf(key.provider);
  const found = 'match' in finding ? finding : null;
  const { vendor, words, versions, sizes, date, revision, latest } = read[0];
  return {
    provider: key.provider,
    id: key.id,
    name: key.name,
    reading: { vendor, words, versions, sizes, date, revision, latest },
    rows: rows.length,
    strategies: ladder.map((strategy) => ({ strategy: strategy.name, candidates: candidatesOf(strategy, read, rows) })),
    match: found?.match ?? null,
    refused: 'refused' in finding ? finding.refused : null,
    cost: found?.cost ?? {},
    issues: found?.issues ?? [],
    nearMisses: nearMissesOf(
      read[0],
      rows.length > 0 ? rows : index.rows,
      platformOf(key.provider),
      found?.row ?? null,
    ),
  };
}

/** The names that the lookup goes by: the id, and what the display name adds to it. */
function namesOf(key: Key): [ModelName, ...ModelName[]] {
  const id = parseName(key.id);
  if (key.name === null || key.name === key.id) return [id];
  const shown = parseName(key.name);
  const combined = combinedName(id, shown);
  if (!combined) return [id];
  return addsVersion(id, shown) ? [combined] : [id, combined];
}

function candidatesOf(strategy: Strategy, names: readonly ModelName[], rows: readonly Priced[]): Candidate[] {
  const seen = new Map<Priced, Candidate>();
  for (const name of names) {
    const block = strategy.block(name);
    for (const price of rows) {
      if (strategy.block(price.name) !== block || seen.get(price)?.confidence) continue;
      seen.set(price, candidateOf(strategy, name, price, price.platform));
    }
  }
  return [...seen.values()].sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
}

function candidateOf(strategy: Strategy, name: ModelName, price: Priced, platform: string): Candidate {
  const crossed = {
    guard: 'provider',
    objection: `a price of ${price.row.provider}, which another provider need not ask`,
  };
  const objections = strategy.guards.flatMap((guard) => {
    const objection = guard.objection(name, price);
    return objection === null ? [] : [{ guard: guard.name, objection }];
  });
  const refusedBy = price.platform === platform ? objections : [crossed, ...objections];
  const kind = refusedBy.length === 0 ? strategy.level(name, price) : null;
  const { provider, model, operator, cost } = price.row;
  const [input, output] = [cost.input ?? null, cost.output ?? null];
  return { provider, model, operator, input, output, confidence: kind && confidenceOf(kind), refusedBy };
}

/** The rows that are spelled most alike, with every guard that keeps them apart. */
function nearMissesOf(name: ModelName, rows: readonly Priced[], platform: string, taken: PriceRow | null): Candidate[] {
  return rows
    .filter(({ row }) => row !== taken)
    .map((price) => ({ price, alike: alikeness(name, price.name) }))
    .filter(({ alike }) => alike >= NEAR)
    .sort((a, b) => b.alike - a.alike || (a.price.row.model < b.price.row.model ? -1 : 1))
    .slice(0, NEAR_MISSES)
    .map(({ price }) => candidateOf(contains, name, price, platform));
}

/** Likeness of the words, and a tenth of it again for equal numbers: among versions of a line, the same one comes first. */
function alikeness(a: ModelName, b: ModelName): number {
  const numbers = a.versions.join() === b.versions.join() && a.sizes.join() === b.sizes.join();
  return likeness(a, b) * (numbers ? 1.1 : 1);
}
