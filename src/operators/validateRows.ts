import { map, type OperatorFunction } from 'rxjs';
import type { z } from 'zod';

export type Judged<Row> =
  | { readonly ok: true; readonly value: Row; readonly row: unknown }
  | { readonly ok: false; readonly row: unknown; readonly path: string; readonly reason: string };

/**
 * Judges every row; a bad one becomes a value with its path and reason, never an error that would end the stream.
 *
 * ```
 * rows     a---b---|     b lacks its id
 * result   A---X---|     A ok, X {path: "id", reason: "…"}
 * ```
 */
export function validateRows<Row>(schema: z.ZodType<Row>): OperatorFunction<unknown, Judged<Row>> {
  return map((row) => {
    const result = schema.safeParse(row);
    if (result.success) return { ok: true, value: result.data, row };
    const [issue] = result.error.issues;
    return { ok: false, row, path: issue?.path.join('.') ?? '', reason: result.error.issues.map(says).join('; ') };
  });
}

/** An empty path is the row as a whole. */
const says = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`;
