import { readFileSync } from 'node:fs';
import type { PriceIndex } from '../../src/match/priceIndex.js';

/** A labelled record: the rows that are right for it (none: an empty list), and what makes it hard. */
export interface Label {
  readonly provider: string;
  readonly id: string;
  readonly name: string;
  readonly label: readonly { readonly provider: string; readonly model: string }[];
  readonly kind: string;
  readonly doubtful?: boolean;
}

/** How many records there were, have a row, were given one, and were given a right one. */
export interface Score {
  n: number;
  labelled: number;
  given: number;
  right: number;
}

export interface Evaluation {
  readonly all: Score;
  /** Alias, dated and variant together. */
  readonly hard: Score;
  readonly kinds: ReadonlyMap<string, Score>;
  /** By strategy and kind of difference; recall is not defined here. */
  readonly strategies: ReadonlyMap<string, Score>;
  readonly errors: readonly string[];
}

export const labels = (): Label[] =>
  readFileSync(new URL('./labels-dev.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);

const HARD = new Set(['alias', 'dated', 'variant']);
const score = (): Score => ({ n: 0, labelled: 0, given: 0, right: 0 });

/** Scores an index on labelled records; doubtful ones don't count. */
export function evaluate(index: PriceIndex, records: readonly Label[]): Evaluation {
  const all = score();
  const hard = score();
  const kinds = new Map<string, Score>();
  const strategies = new Map<string, Score>();
  const errors: string[] = [];
  for (const record of records.filter(({ doubtful }) => doubtful !== true)) {
    const finding = index.find(record);
    const match = 'match' in finding ? finding.match : null;
    const labelled = record.label.length > 0;
    const right = record.label.some((row) => row.provider === match?.provider && row.model === match.model);
    const groups = [all, entry(kinds, labelled ? record.kind : `${record.kind}, none`)];
    if (HARD.has(record.kind)) groups.push(hard);
    if ('match' in finding) groups.push(entry(strategies, `${finding.match.strategy}/${finding.kind}`));
    for (const group of groups) add(group, labelled, match !== null, right);
    if (match ? !right : labelled)
      errors.push(`${record.kind}: ${record.provider} ${record.id} -> ${match?.model ?? 'none'}`);
  }
  return { all, hard, kinds, strategies, errors };
}

function entry(map: Map<string, Score>, key: string): Score {
  const found = map.get(key) ?? score();
  map.set(key, found);
  return found;
}

function add(group: Score, labelled: boolean, given: boolean, right: boolean): void {
  group.n++;
  if (labelled) group.labelled++;
  if (given) group.given++;
  if (right) group.right++;
}

export const precision = ({ right, given }: Score): number => (given === 0 ? 1 : right / given);
export const recall = ({ right, labelled }: Score): number => (labelled === 0 ? 1 : right / labelled);

/** What the ladder must reach. */
export const BARS = { precision: 0.997, recall: 0.985, hardRecall: 0.92 } as const;

export const meetsBars = ({ all, hard }: Evaluation): boolean =>
  precision(all) >= BARS.precision && recall(all) >= BARS.recall && recall(hard) >= BARS.hardRecall;
