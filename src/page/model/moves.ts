import type { CostField } from '../../model/cost.js';
import type { ReportData, Step } from '../../report/reportData.js';
import { Exact } from '../../cost/dollars.js';
import { costFields } from '../../model/words.js';
import { priceNames, type Unit } from '../money.js';

/** How one price of an offer moved. */
export interface Moves {
  /** What the line is of. */
  readonly name: string;
  readonly field: CostField;
  /** The oldest first. */
  readonly steps: readonly Step[];
}

/** The moves of one price at several offers: those that moved most often first, else in their order. */
export const movesAt = (keys: readonly string[], field: CostField, steps: ReportData['steps']): Moves[] =>
  keys
    .flatMap((name) => {
      const moved = steps[name]?.[field];
      return moved && moved.length > 0 ? [{ name, field, steps: moved }] : [];
    })
    .toSorted((a, b) => b.steps.length - a.steps.length);

/** The moves of all prices of one offer, in the order of the record. */
export const movesOf = (key: string, steps: ReportData['steps']): Moves[] =>
  costFields.flatMap((field) => movesAt([key], field, steps).map((one) => ({ ...one, name: priceNames[field] })));

/** The prices that one of these offers has steps of, in the order of the record. */
export const fieldsMoved = (keys: readonly string[], steps: ReportData['steps']): CostField[] =>
  costFields.filter((field) => keys.some((key) => steps[key]?.[field]));

/** A corner of a line: when, ms since 1970, and what it cost; null where no price was known. */
export interface Corner {
  readonly name: string;
  readonly at: Date;
  readonly usd: number | null;
}

/**
 * The corners of lines that are as wide as each price held, to be drawn from one to the next with the step after it: a price that
 * holds on ends `now`. USD per the unit.
 */
export const cornersOf = (moves: readonly Moves[], now: string, unit: Unit): Corner[] =>
  moves.flatMap(({ name, field, steps }) =>
    steps.flatMap(([from, to, usd]) => {
      const shown = usd === null ? null : shownUsd(usd, field, unit);
      return [
        { name, at: new Date(from), usd: shown },
        { name, at: new Date(to ?? (from < now ? now : from)), usd: shown },
      ];
    }),
  );

const shownUsd = (usd: number, field: CostField, unit: Unit): number =>
  new Exact(usd).times(field.startsWith('per') || unit === '1K' ? 1 : 1000).toNumber();
