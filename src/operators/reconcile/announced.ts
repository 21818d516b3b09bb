import { lastingName } from '../../sources/conditions.js';
import type { Move } from '../../sources/kind.js';

/**
 * The moves without those that an earlier reading announced: it stated the new price from some day on, or the earlier one
 * until a day that is over, and so did not mean it for `today` (ISO).
 */
export function unannounced(moves: readonly Move[], today: string): readonly Move[] {
  const dated = new Map<string, Move[]>();
  for (const move of moves) {
    const lasting = lastingName(move.field);
    if (lasting === move.field || move.was === 0) continue;
    const key = keyOf(move, lasting);
    dated.set(key, [...(dated.get(key) ?? []), move]);
  }
  if (dated.size === 0) return moves;
  const isAnnounced = (move: Move): boolean =>
    (dated.get(keyOf(move, move.field)) ?? []).some(({ field, was }) => {
      const until = dayIn(field, 'until');
      return (was === move.is && dayIn(field, 'from') !== undefined) || (was === move.was && (until ?? today) < today);
    });
  return moves.filter((move) => !isAnnounced(move));
}

const keyOf = ({ id, by }: Move, field: string): string => JSON.stringify([id, by, field]);

/** The day in the name of a price: `from` of `input (from 2026-09-01, serviceTier batch)`. */
const dayIn = (field: string, name: 'from' | 'until'): string | undefined =>
  new RegExp(`[(,] ?${name} (\\d{4}-\\d\\d-\\d\\d)`).exec(field)?.[1];
