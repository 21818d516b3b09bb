import type { Agreement, Pair } from './agreement.js';
import { percent } from './drawing.js';

export interface NamedPair extends Pair {
  readonly a: string;
  readonly b: string;
}

/** All who both state a price of something, those of the most offers first. */
export const agreementPairs = ({ witnesses, of }: Agreement): NamedPair[] =>
  witnesses
    .flatMap((a, i) => witnesses.slice(i + 1).map((b) => ({ a, b, ...of(a, b) })))
    .filter(({ both }) => both > 0)
    .sort((x, y) => y.both - x.both);

/** Fewer offers than this tell nothing of two who state prices. */
const enough = 20;

/** What the picture of their agreement shows, in a sentence. */
export function agreementSummary(witnesses: number, pairs: readonly NamedPair[]): string {
  const both = pairs.reduce((sum, one) => sum + one.both, 0);
  const agree = pairs.reduce((sum, one) => sum + one.agree, 0);
  if (both === 0) return 'No two state the price of the same offer.';
  const told = pairs.filter((one) => one.both >= enough).sort((x, y) => y.agree / y.both - x.agree / x.both);
  const [best, worst] = [told[0], told.at(-1)];
  const ends =
    best && worst && best !== worst
      ? ` Of those with ${enough} offers in common ${said(best)} agree most often, ${said(worst)} least.`
      : '';
  return `${witnesses} state prices. Where two state one of the same offer, they agree in ${agree.toLocaleString('en')} of ${both.toLocaleString('en')} cases (${percent(agree, both)}).${ends}`;
}

const said = ({ a, b, agree, both }: NamedPair): string => `${a} and ${b} (${percent(agree, both)})`;
