import type { Run } from '../../model/run.js';
import { count, counted } from './count.js';
import { grid } from './grid.js';

/** More than these are counted together. */
const mostWitnesses = 4;

/** The number that matters: how many offers are priced of all. One line. */
export function headline({ totals }: Run): string {
  const all = totals.models;
  const without = (totals.prices['unknown'] ?? 0) + (totals.prices['quarantined'] ?? 0);
  const share = all === 0 ? 0 : Math.floor((100 * (all - without)) / all);
  return `${count(all - without)} of ${counted(all, 'offer')} ${all === 1 ? 'has' : 'have'} a price (${share} %).`;
}

/** Whose prices they are; and of the offers without one, why: each may give more than one reason. Names so many of a kind. */
export function pricesTable({ totals }: Run, { columns, most }: { columns: number; most: number }): string[] {
  const witnesses = sorted(totals.sources);
  const shown = witnesses.slice(0, witnesses.length > mostWitnesses ? mostWitnesses - 1 : mostWitnesses);
  const rest = witnesses.slice(shown.length);
  const rows = [
    ...shown.map(([witness, offers]) => [witness === 'provider' ? 'the provider' : witness, count(offers), '']),
    ...(rest.length > 0 ? [[`${rest.length} others`, count(sum(rest)), listed(rest, most)]] : []),
    ...without(totals).map(([why, offers], i) => [
      why,
      count(offers),
      i === 0 ? listed(sorted(totals.unpriced), most) : '',
    ]),
  ];
  if (rows.length === 0) return [];
  return grid(['price from', 'offers', 'of which, or why there is none'], rows, { columns, numbers: [1] });
}

const without = ({ prices }: Run['totals']): (readonly [string, number])[] => {
  const { unknown = 0, quarantined = 0 } = prices;
  const both = [['nobody', unknown] as const, ['nobody who is believed', quarantined] as const];
  return both.filter(([, offers]) => offers > 0);
};

/** Prices that are not believed, by reason, in a line; none where all are. */
export function refused({ quarantined }: Run, most: number): string[] {
  const byCode = new Map<string, Set<string>>();
  for (const { code, model } of quarantined) byCode.set(code, (byCode.get(code) ?? new Set<string>()).add(model));
  if (byCode.size === 0) return [];
  const offers = new Set(quarantined.map(({ model }) => model)).size;
  const counts = sorted(Object.fromEntries([...byCode].map(([code, models]) => [code, models.size])));
  const [first] = quarantined;
  return [
    `A price was refused for ${counted(offers, 'offer')}: ${listed(counts, most)}; such as \`explain ${first?.model ?? ''}\`.`,
  ];
}

type Counts = readonly (readonly [string, number])[];

const sorted = (counts: Readonly<Record<string, number>>): Counts =>
  Object.entries(counts).sort(([, a], [, b]) => b - a);
const sum = (counts: Counts): number => counts.reduce((total, [, some]) => total + some, 0);

/** "no-match 1,448, not-priced 760 and 14 more". */
function listed(counts: Counts, most: number): string {
  const shown = counts.length > most + 1 ? counts.slice(0, most) : counts;
  const more = counts.length - shown.length;
  return `${shown.map(([name, some]) => `${name} ${count(some)}`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
