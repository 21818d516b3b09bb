import Table from 'cli-table3';
import { isAgreed } from '../../src/settle/agreement.js';
import { isRight, type Sample } from './samples.js';

/** For each two witnesses: offers that both price otherwise than the provider, and how many of them alike. */
export function copiesOf(samples: readonly Sample[]): { pair: string; wrong: number; alike: number }[] {
  const pairs = new Map<string, { wrong: number; alike: number }>();
  for (const sample of samples) {
    const wrong = sample.others.filter((one) => isRight(one, sample) === false);
    for (const [i, one] of wrong.entries())
      for (const other of wrong.slice(i + 1)) {
        const pair = [one.family, other.family].sort().join(' - ');
        const count = pairs.get(pair) ?? { wrong: 0, alike: 0 };
        const isAlike = isAgreed(one.cost, other.cost);
        pairs.set(pair, { wrong: count.wrong + 1, alike: count.alike + (isAlike ? 1 : 0) });
      }
  }
  return [...pairs].map(([pair, count]) => ({ pair, ...count })).sort((a, b) => b.wrong - a.wrong);
}

export function copiesTable(samples: readonly Sample[]): string {
  const table = new Table({
    head: ['witnesses', 'both wrong', 'alike'],
    style: { head: [], border: [], compact: true },
  });
  for (const { pair, wrong, alike } of copiesOf(samples)) table.push([pair, wrong, alike]);
  return table.toString();
}
