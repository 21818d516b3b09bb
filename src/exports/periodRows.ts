import { type KnownPeriod, type KnownPrices, knownPrices } from '../history/knownPeriods.js';
import { type StatedPrice, statedPrices, undated } from '../history/statedPrices.js';
import { priceKey } from '../history/timelines.js';
import { groupBy } from '../identity/groupBy.js';
import type { HistoryLine } from '../model/history.js';
import type { Loss, Table } from './export.js';
import { type Offer, offersIn } from './offersIn.js';
import { commonOf, type PriceRow } from './priceRows.js';

/** From when to when a price held, and from when to when that was what was known. */
export interface PeriodRow extends Omit<PriceRow, 'when' | 'status'> {
  /** Null where the table does not have the offer any more. */
  readonly status: PriceRow['status'] | null;
  readonly when: HistoryLine['when'];
  /** ms since 1970, half open; -Infinity where no history says it. */
  readonly from: number;
  /** Infinity while nothing ends it. */
  readonly to: number;
  /** The run that wrote it; null where it is as old as the history, or there is none. */
  readonly knownFrom: string | null;
  /** The run that wrote something else of that time; null while none did. */
  readonly knownTo: string | null;
  /** Null where no history says it. */
  readonly change: HistoryLine['change'] | null;
  /** Of the history. */
  readonly line: number | null;
}

/** The rows of a table or of an offer, and what of the table is not among them. */
export interface Periods {
  readonly rows: readonly PeriodRow[];
  readonly losses: readonly Loss[];
}

/**
 * The rows of a table and its history: one a price and period, past ones too, and one of each offer for which the table has no
 * price. Where the history knows a price it is told as there, else as the table states it.
 */
export function periodRows(table: Table, history: readonly HistoryLine[]): Periods {
  const linesOf = groupBy(history, ({ provider, id }) => nameOf(provider, id));
  const offers = new Map(offersIn(table).map((offer) => [nameOf(offer.model.provider, offer.model.id), offer]));
  const names = [...new Set([...offers.keys(), ...linesOf.keys()])].sort();
  const told = names.map((name) => offerPeriods(offers.get(name), linesOf.get(name) ?? []));
  return { rows: told.flatMap(({ rows }) => rows), losses: told.flatMap(({ losses }) => losses) };
}

/** Sorts as provider and then id do. */
const nameOf = (provider: string, id: string): string => `${provider}\n${id}`;

function offerPeriods(offer: Offer | undefined, lines: readonly HistoryLine[]): Periods {
  const known = knownPrices(lines);
  const stated = offer ? statedPrices(offer.model) : new Map<string, StatedPrice>();
  const prices = [...new Set([...known.keys(), ...stated.keys()])].sort();
  const rows = prices.flatMap((key) => {
    const own = stated.get(key);
    const periods = known.get(key);
    if (periods) return periods.flatMap((period) => knownRow(period, offer, own));
    return own && offer ? statedRows(own, offer) : [];
  });
  if (offer?.lines.length === 0) rows.push({ ...commonOf(offer), ...noPrice });
  return { rows, losses: offer ? untoldLines(offer, known, stated) : [] };
}

const untold = { knownFrom: null, knownTo: null, change: null, line: null } as const;
const noPrice = { ...untold, field: null, price: null, when: {}, from: -Infinity, to: Infinity } as const;

/** As the table states it: nobody says since when. */
const statedRows = ({ component, when, periods }: StatedPrice, offer: Offer): PeriodRow[] =>
  periods.flatMap(({ from, to, usd }) =>
    usd === null ? [] : { ...commonOf(offer), ...untold, field: component, price: usd, when, from, to },
  );

function knownRow(period: KnownPeriod, offer: Offer | undefined, stated: StatedPrice | undefined): PeriodRow[] {
  const { from, to, knownFrom, knownTo, line: read } = period;
  const { provider, id, component, when, usd, witness, page, change, line } = read;
  if (usd === null) return [];
  const nobody = { provider, id, name: null, model: null, mode: null, status: null, issues: [] };
  return [
    {
      ...(offer ? commonOf(offer) : nobody),
      ...{ field: component, price: usd, when, from, to, knownFrom, knownTo, change, line, witness, page },
      confidence: offer && stated && isOfTable(period, offer, stated) ? offer.model.pricing.confidence : null,
    },
  ];
}

/** Whether the table still says it: what ended before its page was read was another reading. */
function isOfTable({ from, to, knownTo, line }: KnownPeriod, offer: Offer, { periods }: StatedPrice): boolean {
  const { page } = commonOf(offer);
  const isSaid = periods.some((one) => one.usd === line.usd && one.from < to && from < one.to);
  return isSaid && knownTo === null && !(to <= Date.parse(page?.fetchedAt ?? ''));
}

/** The prices of the table that no row tells: of a day that the history does not have, or of none. */
function untoldLines(offer: Offer, known: KnownPrices, stated: ReadonlyMap<string, StatedPrice>): Loss[] {
  return offer.lines.flatMap((line) => {
    const key = priceKey({ component: line.field, when: undated(line.when) });
    const periods = known.get(key);
    const told = periods
      ? periods.filter(({ knownTo }) => knownTo === null).map((one) => one.line)
      : stated.get(key)?.periods;
    if (told?.some(({ usd }) => usd === line.price)) return [];
    return { line, why: periods ? 'the history does not have it' : 'there is no day on which it holds' };
  });
}
