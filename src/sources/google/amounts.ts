import type { CostField, Tier } from '../../model/cost.js';
import { amountsIn } from '../parse/amountsIn.js';
import { scaled } from '../parse/money.js';
import { type Term, termOf } from '../parse/terms.js';
import { tokens } from '../parse/tokens.js';
import type { PriceCell } from './sections.js';

/** One of the prices in a cell. */
export interface Entry {
  readonly field: CostField;
  readonly usd: number | null;
  readonly when: Tier['when'];
  readonly term: Term;
}

/** An amount that is not known to be the price of anything. */
export interface Unplaced {
  readonly unplaced: string;
}

/** An amount of dollars, and the words up to the next one. */
interface Amount {
  readonly price: string;
  readonly rest: string;
  /** The unit that stands behind it; empty where the table's holds. */
  readonly unit: string;
}

type Side = 'input' | 'output' | 'caching';
type Kind = 'text' | 'audio' | 'image' | 'video' | 'thinking';

/** What a row's title is about; undefined for the titles that no price of a call has. */
function sideOf(title: string): { side: Side; kind: string } | undefined {
  const [, kind = '', side] = /^(?:(text|audio|image|video) )?(input|output|context caching) price/.exec(title) ?? [];
  return side ? { side: side.replace('context ', '') as Side, kind } : undefined;
}

/** Titles of other things than calling the model. */
const otherUse = /grounding|storage|tuning|used to improve|search|maps|code execution|url context/;

/** The prices of a cell: "$1.25, prompts <= 200k tokens $2.50, prompts > 200k tokens", "$0.30 (text / image) $1.00 (audio)". */
export function entriesOf(cell: PriceCell): (Entry | Unplaced)[] {
  const { title, paid } = cell;
  if (otherUse.test(title)) return [];
  const amounts = pricesIn(paid);
  const about = sideOf(title);
  const isCounted = !/tokens/.test(cell.unit);
  if (!about && !isCounted)
    return /pric|cost/.test(title)
      ? amounts.map(({ price, rest }) => ({ unplaced: `${title}: $${price} ${rest}` }))
      : [];
  const isSplit = amounts.some(({ rest }) => boundsOf(rest).contextAbove !== undefined);
  return amounts.map((amount, i) => {
    const { price, rest } = amount;
    const unit = amount.unit || (/\bper (.+)$/s.exec(cell.unit)?.[1]?.replace(/ in usd$/, '') ?? '');
    const read = inTokens(unit, amount, about) ?? counted(unit, amount, about?.side, i);
    if (!read) return { unplaced: `${title}: $${price} ${rest}` };
    const { contextAbove, contextUpTo } = boundsOf(rest);
    const when = {
      ...(contextAbove && { contextAbove }),
      // Beside the price of longer prompts, that of short ones is the base.
      ...(contextUpTo && (contextAbove || !isSplit) && { contextUpTo }),
      ...(cell.serviceTier && { serviceTier: cell.serviceTier }),
      ...(read.variant && { variant: read.variant }),
    };
    return { field: read.field, usd: read.usd, when, term: termOf(rest) };
  });
}

/**
 * The amounts that are prices: a second way to pay ("$3.00 or $0.005/min"), what a price comes to ("equivalent to $0.04 per
 * image", "$0.45 ($0.00012 per image)") and the storage of a cache are none.
 */
const pricesIn = (cell: string): Amount[] => {
  const plain = cell
    .replaceAll(/\sor\s\$[\d.,]+\s?(?:\/|per\b)\s?\w+/gi, '')
    .replaceAll(/\(\s{0,4}[~≈]?\s{0,4}\$[\d.,]{1,20}\s{0,4}(?:\/|per\b)[^()]*\)/gi, '');
  const [, equal] = /\bequivalent to\b(.*)$/is.exec(plain) ?? [];
  const from = equal === undefined ? plain.length : plain.length - equal.length;
  return amountsIn(plain).flatMap(({ price, words: rest, at }) => {
    const unit = /^(?:\/|per\b)\s*((?:[^*(,;.]|[.,](?=\d))*)/i.exec(rest)?.[1]?.trim() ?? '';
    const isNone = /storage|per hour|\/ *h/i.test(rest) || (at > from && unit !== '');
    return isNone ? [] : [{ price, rest, unit }];
  });
};

function boundsOf(rest: string): { contextAbove?: number; contextUpTo?: number } {
  const bound = (word: string) =>
    tokens(new RegExp(String.raw`(?:${word})\s{0,4}=?\s{0,4}(\d[\d,.]{0,20}\s{0,4}[km]?)`, 'i').exec(rest)?.[1]);
  const contextAbove = bound(String.raw`>|≥|\b(?:over|above)\b`);
  const contextUpTo = bound(String.raw`<|≤|\bup to\b`);
  return { ...(contextAbove && { contextAbove }), ...(contextUpTo && { contextUpTo }) };
}

interface Read {
  readonly field: CostField;
  readonly usd: number | null;
  readonly variant?: string | undefined;
}

const fields: Readonly<Record<Side, Partial<Record<Kind, CostField>>>> = {
  input: { text: 'input', audio: 'inputAudio', image: 'inputImage' },
  output: { text: 'output', audio: 'outputAudio', image: 'outputImage', thinking: 'reasoning' },
  caching: { text: 'cacheRead' },
};
const plainFields: Readonly<Record<Side, CostField>> = { input: 'input', output: 'output', caching: 'cacheRead' };

/** No million tokens cost so little: such a number is per image. */
const leastPerMillion = 0.002;

function inTokens(unit: string, { price, rest }: Amount, about: ReturnType<typeof sideOf>): Read | undefined {
  const found = /^(\d[\d,]*)?\s{0,4}(k|m|thousand|million)?\s{0,4}tokens?\b/.exec(unit.toLowerCase());
  if (!about || !found) return undefined;
  const [, number = '1', scale = ''] = found;
  const count = Number(number.replaceAll(',', '')) * ({ k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 }[scale] ?? 1);
  const { kind, words } = kindOf(rest, about.kind);
  const usd = scaled(price, 1000, count);
  if (count === 1e6 && Number(price) < leastPerMillion)
    return kind === 'image' && Number(price) > 0 ? imagePrice(price, about.side) : undefined;
  const field = kind && fields[about.side][kind];
  // What has no field of its own is a price of that kind only.
  return field ? { field, usd } : { field: plainFields[about.side], usd, variant: words };
}

/** Whose price it is: text where it says nothing else; undefined for words that nobody knows. */
function kindOf(rest: string, ofRow: string): { kind?: Kind; words: string } {
  // Brackets may also hold the length of a prompt or a date, which are read apart.
  const inBrackets = /\(((?!prompts?\b|through|starting|until|from\b|[<>≤≥])[^()]*)\)/i.exec(rest)?.[1];
  const words = (inBrackets ?? ofRow).trim().toLowerCase();
  const has = (word: RegExp) => word.test(words);
  if (words === '' || has(/\btext\b|\bnon-thinking\b|^(default|standard)$/)) return { kind: 'text', words };
  if (has(/\baudio\b/)) return { kind: 'audio', words };
  if (has(/\bimages?\b/)) return { kind: 'image', words };
  return has(/\bthinking\b/) ? { kind: 'thinking', words } : { words };
}

const imagePrice = (price: string, side: Side | undefined): Read => ({
  field: side === 'input' ? 'perInputImage' : 'perImage',
  usd: scaled(price, 1),
});

const seconds: Readonly<Record<string, number>> = { s: 1, sec: 1, second: 1, min: 60, minute: 60 };

/** Prices per image, second or request. What stands in brackets ("(4k)") or before the unit ("1K image") is a size. */
function counted(unit: string, { price, rest }: Amount, side: Side | undefined, place: number): Read | undefined {
  const [, size = '', word = ''] = /^(?:(.*) )?([a-z]+?)s?$/i.exec(unit) ?? [];
  const noun = word.toLowerCase();
  const inBrackets = /^\(([^()]*)\)/.exec(rest)?.[1] ?? '';
  // The first size of a cell is the model's own.
  const variant = size || (place > 0 ? inBrackets : '') || undefined;
  if (side === 'caching') return undefined;
  if (noun === 'image') return { ...imagePrice(price, side), variant };
  if (/^(song|request|call|clip)$/.test(noun)) return { field: 'perRequest', usd: scaled(price, 1), variant };
  const length = seconds[noun];
  return length ? { field: 'perSecond', usd: scaled(price, 1, length), variant } : undefined;
}
