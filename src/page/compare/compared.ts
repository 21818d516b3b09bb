import { kindShown } from '../../book/models/soldWords.js';
import { Exact } from '../../cost/dollars.js';
import type { CostField } from '../../model/cost.js';
import { costFields } from '../../model/words.js';
import { conditionOf } from '../../settle/conditionOf.js';
import type { Offer } from '../book.js';
import { pageOf } from '../model/evidenceOf.js';
import { factsOf, keptWords } from '../model/facts.js';
import type { Sold } from '../model/sold.js';
import { priceNames, priceText, type Unit, whyNone } from '../money.js';

/** What an offer says in a row; empty where it says nothing. */
export interface Cell {
  readonly text: string;
  /** No other offer costs less, and one costs more. */
  readonly isCheapest: boolean;
}

/** One fact of several offers. */
export interface ComparedRow {
  readonly name: string;
  /** One for each offer. */
  readonly cells: readonly Cell[];
  /** Not all say the same. */
  readonly differs: boolean;
  readonly isNumber: boolean;
}

/** Rows that belong together. */
export interface ComparedGroup {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

/** What is known of several offers, side by side; a row that is empty at all of them is left out. */
export const compared = (sold: readonly Sold[], unit: Unit): ComparedGroup[] => {
  const offers = sold.map(({ offer }) => offer);
  const groups = [
    { title: `Prices in USD, of tokens per ${unit}`, rows: priceRows(offers, unit) },
    { title: 'Prices under a condition', rows: tierRows(offers, unit) },
    { title: 'What the prices are worth', rows: wordRows(offers.map(worthOf)) },
    { title: 'The offer', rows: wordRows(sold.map(soldFacts)) },
    { title: 'The model', rows: wordRows(offers.map(factsOf)) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
};

/** A row of one price; none where no offer has it. What is free is not the cheapest: there is mostly a limit to it. */
function priceRow(
  name: string,
  field: CostField,
  offers: readonly Offer[],
  priceIn: PriceIn,
  unit: Unit,
): ComparedRow[] {
  const prices = offers.map(priceIn);
  if (prices.every((price) => price === null)) return [];
  const paid = offers.map(({ pricing }, i) => (pricing.status === 'priced' ? (prices[i] ?? null) : null));
  const known = paid.filter((price) => price !== null);
  const least = Math.min(...known);
  const isSpread = known.some((price) => price > least);
  const cells = prices.map((price, i) => ({
    text: price === null ? '' : priceText(price, field, unit),
    isCheapest: isSpread && paid[i] === least,
  }));
  return [{ name, cells, differs: isDifferent(prices.map(String)), isNumber: true }];
}

type PriceIn = (offer: Offer) => number | null;

const priceRows = (offers: readonly Offer[], unit: Unit): ComparedRow[] =>
  costFields.flatMap((field) => priceRow(priceNames[field], field, offers, ({ cost }) => cost[field] ?? null, unit));

/** A row for each price under each condition, in the order in which the offers name them. */
function tierRows(offers: readonly Offer[], unit: Unit): ComparedRow[] {
  const conditions = new Set(offers.flatMap(({ tiers }) => tiers.map(({ when }) => conditionOf(when))));
  return [...conditions].flatMap((condition) =>
    costFields.flatMap((field) => {
      const priceIn: PriceIn = ({ tiers }) =>
        tiers.flatMap(({ when, cost }) => (conditionOf(when) === condition ? (cost[field] ?? []) : []))[0] ?? null;
      return priceRow(`${priceNames[field]}, ${condition}`, field, offers, priceIn, unit);
    }),
  );
}

interface Fact {
  readonly name: string;
  readonly text: string;
}

function worthOf(offer: Offer): Fact[] {
  const { status, source, confidence, agree, differ } = offer.pricing;
  return [
    ['status', status],
    ['why there is none', whyNone(offer)],
    ['stated by', source ?? ''],
    ['right with a chance of', confidence === null ? '' : new Exact(confidence).toFixed()],
    ['agree', agree.join(', ')],
    ['differ', differ.map(({ witness }) => witness).join(', ')],
    ['read on', pageOf(offer)?.fetchedAt.slice(0, 10) ?? ''],
  ].map(([name = '', text = '']) => ({ name, text }));
}

const soldFacts = (sold: Sold): Fact[] => [
  { name: 'model', text: sold.offer.model?.key ?? '' },
  { name: 'sold by', text: sold.offer.seller.name },
  { name: 'who is a', text: kindShown(sold) },
  { name: 'kept from before', text: keptWords(sold.offer) },
];

/** Rows of facts, of which each offer has the same in the same order. */
function wordRows(facts: readonly (readonly Fact[])[]): ComparedRow[] {
  const [first = []] = facts;
  return first.flatMap(({ name }, i) => {
    const texts = facts.map((own) => own[i]?.text ?? '');
    if (texts.every((text) => text === '')) return [];
    const cells = texts.map((text) => ({ text, isCheapest: false }));
    return [{ name, cells, differs: isDifferent(texts), isNumber: false }];
  });
}

const isDifferent = (texts: readonly string[]): boolean => new Set(texts).size > 1;
