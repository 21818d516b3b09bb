import { defer, map, type OperatorFunction } from 'rxjs';
import { z } from 'zod';
import type { DeadLetter } from '../model/events.js';
import type { Model } from '../model/model.js';
import type { Judged } from './validateRows.js';

/** What became of a row; each row becomes exactly one of these. */
export type Reading =
  | { readonly type: 'model'; readonly model: Model }
  | { readonly type: 'skipped' }
  | { readonly type: 'rejected'; readonly letter: DeadLetter };

/**
 * Turns judged rows into models. A row that is no model on offer is skipped, and so is the second one of an id;
 * one that `toModel` can't read is rejected with the reason.
 *
 * ```
 * judged   a---b---X---a---|     b is not a model, X was judged bad
 * result   M---s---r---s---|
 * ```
 */
export function normalizeRows<Row>(
  provider: string,
  toModel: (row: Row) => Model | undefined,
): OperatorFunction<Judged<Row>, Reading> {
  return (judged) =>
    defer(() => {
      const seen = new Set<string>();
      return judged.pipe(
        map((row): Reading => {
          const reject = (stage: DeadLetter['stage'], reason: string, path: string): Reading => ({
            type: 'rejected',
            letter: { provider, stage, reason, path, row: row.row },
          });
          if (!row.ok) return reject('validate', row.reason, row.path);
          try {
            const model = toModel(row.value);
            return model && seen.size < seen.add(model.id).size ? { type: 'model', model } : { type: 'skipped' };
          } catch (error) {
            return reject('normalize', ...why(error));
          }
        }),
      );
    });
}

const why = (error: unknown): [reason: string, path: string] => {
  if (!(error instanceof z.ZodError)) return [error instanceof Error ? error.message : String(error), ''];
  const [issue] = error.issues;
  return [issue?.message ?? 'not a model record', issue?.path.join('.') ?? ''];
};
