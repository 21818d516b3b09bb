import type { Scored } from './label.js';
import { joint, tally } from './tally.js';

/** One key for each model and one model for each key, the largest overlap first. */
function keyByModel(scored: readonly Scored[]): Map<string, string> {
  const cells = tally(
    scored.flatMap(({ gold, given }) => (gold === null || given === null ? [] : [joint(gold, given)])),
  );
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const [cell] of [...cells].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const [gold = '', given = ''] = cell.split('\u0000');
    if (keys.has(gold) || taken.has(given)) continue;
    keys.set(gold, given);
    taken.add(given);
  }
  return keys;
}

/** Tells whether an offer got the key of its model, or none where it has none. */
export function judgeOf(scored: readonly Scored[]): (one: Scored) => boolean {
  const keys = keyByModel(scored);
  return ({ gold, given }) => (gold === null ? given === null : given !== null && keys.get(gold) === given);
}

/** Look-alikes that got a key which the model they resemble also got. */
export function joinedLookAlikes(scored: readonly Scored[]): {
  readonly n: number;
  readonly joined: readonly Scored[];
} {
  const cells = new Set(scored.map(({ gold, given }) => joint(gold ?? '', given ?? '')));
  const golds = new Set(scored.map(({ gold }) => gold));
  const alike = scored.filter(({ gold, label }) => gold !== null && label.near !== undefined && golds.has(label.near));
  const joined = alike.filter(({ given, label }) => given !== null && cells.has(joint(label.near ?? '', given)));
  return { n: alike.length, joined };
}
