import type { Draft } from '../../model/draft.js';
import type { CostField, Tier } from '../../model/model.js';
import { perMillion, scaled, stated } from '../parse/money.js';
import { holdsOn, isDated, type Term, termOf } from '../parse/terms.js';
import { tokens } from '../parse/tokens.js';
import type { PriceCell } from './sections.js';

/** One of the prices in a cell. */
interface Entry {
  readonly field: CostField;
  readonly price: number | null;
  readonly contextAbove: number | null;
  readonly term: Term;
}

const fields: Readonly<Record<string, Readonly<Record<string, CostField>>>> = {
  input: { text: 'input', audio: 'inputAudio', image: 'inputImage' },
  output: { text: 'output', audio: 'outputAudio', image: 'outputImage' },
  caching: { text: 'cacheRead' },
};

/**
 * What the cells of a section say on a day: of the standard tier the price of text, of short prompts, in force that
 * day; dated prices, long prompts and other tiers are tiers. `isAlone`: the section is about one model only.
 */
export function priceOf(
  cells: readonly PriceCell[],
  day: string,
  isAlone: boolean,
): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  const found = new Map<string, { when: Tier['when']; cost: { [field in CostField]?: number | null } }>();
  const add = (when: Tier['when'], { field, price }: Entry) => {
    const key = JSON.stringify(when);
    const kind = found.get(key) ?? { when, cost: {} };
    kind.cost[field] ??= price;
    found.set(key, kind);
  };
  for (const cell of cells)
    for (const entry of entriesOf(cell)) {
      const { contextAbove, term } = entry;
      const when = {
        ...(contextAbove && { contextAbove }),
        ...(cell.serviceTier && { serviceTier: cell.serviceTier }),
      };
      if (holdsOn(term, day)) add(when, entry);
      if (isDated(term)) add({ ...when, ...term }, entry);
    }
  const cost = { ...found.get('{}')?.cost, ...(isAlone && otherUnit(cells)) };
  if (Object.keys(stated(cost)).length === 0 && isFree(cells))
    return { cost: { input: 0, output: 0 }, priceStatus: 'free' };
  return {
    cost,
    tiers: [...found].flatMap(([key, tier]) => (key === '{}' ? [] : [{ when: tier.when, cost: stated(tier.cost) }])),
  };
}

/** The token prices of a cell: "$1.25, prompts <= 200k tokens $2.50, prompts > 200k tokens", "$0.30 (text / image) $1.00 (audio)". */
function entriesOf({ title, paid, unit }: PriceCell): Entry[] {
  const [, kind = '', side = ''] =
    /^(?:(text|audio|image|video) )?(input|output|context caching) price/.exec(title) ?? [];
  const names = fields[side.replace('context ', '')];
  if (!names || !/tokens/.test(unit)) return [];
  return pricesIn(paid).flatMap(({ price, rest }) => {
    const name = kindOf(rest, kind);
    const field = name === null ? undefined : names[name];
    if (!field || !isPerMillion(rest)) return [];
    const above = /(?:>|≥|\b(?:over|above)\b)\s*=?\s*(\d[\d,.]*\s*[km]?)/i.exec(rest)?.[1];
    return [{ field, price: perMillion(price), contextAbove: tokens(above), term: termOf(rest) }];
  });
}

/** Each dollar amount with the words up to the next one; a second way to pay ("$3.00 or $0.005/min (audio)") is left out. */
const pricesIn = (cell: string): { price: string; rest: string }[] =>
  [
    ...cell
      .replaceAll(/\s+or\s+\$[\d.,]+\s*(?:\/|per\b)\s*\w+/gi, '')
      .matchAll(/\$\s*(\d[\d,]*(?:\.\d+)?|\.\d+)([^$]*)/g),
  ].map(([, price = '', rest = '']) => ({ price: price.replaceAll(',', ''), rest: rest.trim() }));

/** Nothing, or per 1M tokens; storage by the hour, minutes, images and requests are not. */
const isPerMillion = (rest: string): boolean =>
  !/storage|per hour|\/ *h/i.test(rest) &&
  (!/^(\/|per\b)/i.test(rest) || /^(\/|per)\s*(1M|1,000,000|million) tokens/i.test(rest));

/** Whose price it is: text where it says nothing else; null for what has no price of its own, such as video. */
function kindOf(rest: string, ofRow: string): 'text' | 'audio' | 'image' | null {
  const [, words = ''] = /\(([^()]*)\)/.exec(rest) ?? [];
  const has = (word: RegExp) => word.test(`${words} ${words === '' ? ofRow : ''}`);
  if (has(/\btext\b/i) || !has(/\b(audio|images?|video)\b/i)) return 'text';
  return has(/\baudio\b/i) ? 'audio' : has(/\bimages?\b/i) ? 'image' : null;
}

/** The one price of a table per image or per second; where it has several it is not said which is whose. */
function otherUnit(cells: readonly PriceCell[]): Draft['cost'] {
  const standard = cells.filter(({ serviceTier, title }) => serviceTier === '' && /price/.test(title));
  const [only, ...more] = standard.flatMap(({ paid, unit }) =>
    /per (image|second)/.test(unit) ? pricesIn(paid).map(({ price }) => ({ price, unit })) : [],
  );
  if (!only || more.length > 0) return {};
  return { [/per image/.test(only.unit) ? 'perImage' : 'perSecond']: scaled(only.price, 1) };
}

/** No price at all, and what goes in and comes out is "Free of charge": a model that can't be paid for. */
const isFree = (cells: readonly PriceCell[]): boolean =>
  ['input', 'output'].every((side) => {
    const own = cells.filter(({ title, serviceTier }) => serviceTier === '' && title.startsWith(`${side} price`));
    return (
      own.length > 0 &&
      own.every(
        ({ free, paid }) => /^free of charge/i.test(paid) || (/^free of charge/i.test(free) && !/\d/.test(paid)),
      )
    );
  });
