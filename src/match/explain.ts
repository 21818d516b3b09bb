import type { Issue, Match } from '../model/pricing.js';
import type { PriceRow } from '../model/price.js';
import type { Candidate, Refusal } from './look.js';
import { confidenceOf } from './confidence.js';
import { contains } from './contains.js';
import { parseName, type ModelName } from './name.js';
import { nearRows } from './nearRows.js';
import type { Key, PriceIndex } from './priceIndex.js';
import type { Priced, Strategy } from './strategy.js';

/** A row that a strategy looked at, or nearly did. */
export interface ShownCandidate {
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

/** One step of the way that a lookup went. */
export interface ShownStep {
  readonly strategy: string;
  /** The name that it was asked for. */
  readonly name: string;
  /** Why it was not asked; null where it was. */
  readonly unasked: string | null;
  readonly candidates: readonly ShownCandidate[];
}

/** How a price was found in one list, or why none was. */
export interface Explanation {
  readonly list: string;
  readonly provider: string;
  readonly id: string;
  readonly name: string | null;
  /** How the id is read. */
  readonly reading: Pick<ModelName, 'vendor' | 'words' | 'versions' | 'sizes' | 'date' | 'revision' | 'latest'>;
  /** Rows of the provider in the price list. */
  readonly rows: number;
  /** The trace of the lookup, up to the step that decided. */
  readonly steps: readonly ShownStep[];
  readonly match: Match | null;
  readonly refused: string | null;
  /** The row's price, USD per 1K tokens, before it is judged, and why it may be another model's. */
  readonly cost: PriceRow['cost'];
  readonly issues: readonly Issue[];
  /** The nearest other rows of the provider; where it has none, of the others (they are never taken). */
  readonly nearMisses: readonly ShownCandidate[];
}

/** Explains a lookup by the trace that it went by; for near misses it reads all rows, which a run never does. */
export function explainMatch(index: PriceIndex, key: Key): Explanation {
  const finding = index.find(key);
  const id = parseName(key.id);
  const own = index.rowsOf(key.provider);
  const found = 'match' in finding ? finding : null;
  const { vendor, words, versions, sizes, date, revision, latest } = id;
  return {
    list: index.list,
    provider: key.provider,
    id: key.id,
    name: key.name,
    reading: { vendor, words, versions, sizes, date, revision, latest },
    rows: own.length,
    steps: finding.trace.map(({ strategy, name, unasked, candidates }) => ({
      strategy: strategy.name,
      name: name.text,
      unasked,
      candidates: candidates
        .map((candidate) => shown(strategy, name, candidate))
        .sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0)),
    })),
    match: found?.match ?? null,
    refused: 'refused' in finding ? finding.refused : null,
    cost: found?.row.cost ?? {},
    issues: found?.doubt ? [found.doubt] : [],
    nearMisses: nearMissesOf(id, own.length > 0 ? own : index.rows, own.length > 0, found?.row ?? null),
  };
}

function shown(strategy: Strategy, name: ModelName, { price, refusedBy }: Candidate): ShownCandidate {
  const kind = refusedBy.length === 0 ? strategy.level(name, price) : null;
  const { provider, model, operator, cost } = price.row;
  const [input, output] = [cost.input ?? null, cost.output ?? null];
  return { provider, model, operator, input, output, confidence: kind && confidenceOf(kind), refusedBy };
}

/** The nearest rows with every guard that keeps them apart; those of others are never taken. */
const nearMissesOf = (name: ModelName, rows: readonly Priced[], isOwn: boolean, taken: PriceRow | null) =>
  nearRows(
    name,
    rows.filter(({ row }) => row !== taken),
  ).map(({ price, refusedBy }) =>
    shown(contains, name, { price, refusedBy: isOwn ? refusedBy : [crossed(price), ...refusedBy] }),
  );

const crossed = ({ row }: Priced): Refusal => ({
  guard: 'provider',
  objection: `a price of ${row.provider}, which another provider need not ask`,
});
