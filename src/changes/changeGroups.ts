import { moves, percentWord, priceWord } from './priceWords.js';
import type { Change, ChangeEvidence, ChangeKind, Offered } from '../model/change.js';
import { conditionOf } from '../settle/conditionOf.js';
import { pricesIn } from '../settle/prices.js';

/** What stands in a cell; a list is a line each. */
export type Cell = string | number | readonly string[];

/** Changes of one kind, as the rows of a table. */
export interface ChangeGroup {
  readonly title: string;
  readonly head: readonly string[];
  /** The columns that hold numbers, from 0. */
  readonly numbers: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Changes by kind, prices first and of these the ones that moved the furthest; no group that is empty. */
export function changeGroups(changes: readonly Change[]): ChangeGroup[] {
  const of = (...kinds: readonly ChangeKind[]) => changes.filter(({ kind }) => kinds.includes(kind));
  return [
    pricesGroup(of('price').toSorted((a, b) => far(b) - far(a))),
    newGroup(of('offer-new')),
    goneGroup(of('offer-gone')),
    factsGroup(of('status', 'limit', 'capability')),
    providersGroup(of('provider-new', 'provider-gone')),
  ].filter(({ rows }) => rows.length > 0);
}

const pricesGroup = (prices: readonly Change[]): ChangeGroup => ({
  title: `Prices in USD per 1M tokens: ${moves(prices)}`,
  ...{ head: ['offer', 'before', 'after', 'by', 'says'], numbers: [1, 2, 3] },
  rows: prices.map((one) => [
    [nameOf(one), priceOf(one)],
    ...[
      dated(inUnit(one.field, one.before), one.evidence.before),
      dated(inUnit(one.field, one.after), one.evidence.after),
    ],
    ...[percentWord(one.percent), witnessesOf(one)],
  ]),
});

const newGroup = (offers: readonly Change[]): ChangeGroup => ({
  title: `New offers: ${offers.length}, with their prices in USD per 1M tokens`,
  ...{ head: ['offer', 'prices', 'says'], numbers: [] },
  rows: offers.map((one) => [nameOf(one), wholeOf(one.after), saysWho(one.evidence.after)]),
});

const goneGroup = (offers: readonly Change[]): ChangeGroup => ({
  title: `Gone offers: ${offers.length}, with their last prices in USD per 1M tokens`,
  ...{ head: ['offer', 'last prices', 'said', 'missing since'], numbers: [] },
  rows: offers.map((one) => [
    ...[nameOf(one), wholeOf(one.before), saysWho(one.evidence.before), one.missingSince?.slice(0, 10) ?? ''],
  ]),
});

const factsGroup = (facts: readonly Change[]): ChangeGroup => ({
  title: `Status, limits and capabilities: ${facts.length}`,
  ...{ head: ['offer', 'before', 'after', 'says'], numbers: [] },
  rows: facts.map((one) => [
    [nameOf(one), whatOf(one)],
    ...[dated(valueWord(one.before), one.evidence.before), dated(valueWord(one.after), one.evidence.after)],
    witnessesOf(one),
  ]),
});

const providersGroup = (providers: readonly Change[]): ChangeGroup => ({
  title: `Providers: ${providers.length}`,
  ...{ head: ['provider', 'is', 'offers'], numbers: [2] },
  rows: providers.map(({ provider, kind, before, after }) => [
    ...[provider, kind === 'provider-new' ? 'new' : 'gone', Number(after ?? before)],
  ]),
});

/** A change in one line. */
export function changeLine(change: Change): string {
  const { kind, field, when, before, after, percent } = change;
  const name = nameOf(change);
  if (field === undefined) return `${name} is ${kind.endsWith('new') ? 'new' : 'gone'}`;
  if (kind !== 'price') return `${name} ${whatOf(change)} was ${valueWord(before)}, is ${valueWord(after)}`;
  const by = percentWord(percent);
  const moved = `${priceWord(field, before)} to ${priceWord(field, after)}`;
  return `${name} ${when ? `${field} (${conditionOf(when)})` : field} went from ${moved}${by === '' ? '' : `, ${by}`}`;
}

/** How far a price moved: the furthest is what was free, the least what was not known, or is not any more. */
function far({ percent, before, after }: Change): number {
  if (typeof percent === 'number') return Math.abs(percent);
  if (typeof before !== 'number' || typeof after !== 'number') return -1;
  return before === 0 ? Infinity : 100;
}

const nameOf = ({ provider, id }: Change): string => (id === null ? provider : `${provider}/${id}`);

/** Which price, and under which condition; of one that is no price of tokens the name says per what it is. */
const priceOf = ({ field = '', when }: Change): string =>
  [field.startsWith('per') ? `${field}, in USD` : field, ...(when ? [conditionOf(when)] : [])].join(', ');

const inUnit = (field = '', price: Change['before']): string =>
  typeof price === 'number'
    ? String(Number((field.startsWith('per') ? price : price * 1000).toPrecision(6)))
    : 'not known';

/** What one side says, with the day of its page. */
const dated = (word: string, evidence: ChangeEvidence | null): string[] => [
  word,
  evidence?.fetchedAt?.slice(0, 10) ?? '',
];

/** Who says so: both sides, where they are not the same. */
const witnessesOf = ({ evidence: { before, after } }: Change): string[] => [
  ...new Set([before, after].flatMap((side) => side?.witness ?? [])),
];

const whatOf = ({ kind, field = '' }: Change): string => (kind === 'limit' ? `${field} tokens` : field);

const wholeOf = (value: Change['after']): string[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { cost, pricing }: Offered = value;
  const prices = pricesIn(cost).map(([field, price]) => `${field} ${inUnit(field, price)}`);
  return prices.length > 0 ? prices : [pricing];
};

const saysWho = (evidence: ChangeEvidence | null): string[] => dated(evidence?.witness ?? '', evidence);

function valueWord(value: Change['before']): string {
  if (value === null) return 'not said';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? 'an offer' : String(value);
}
