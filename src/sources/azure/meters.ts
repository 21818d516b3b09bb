import { z } from 'zod';
import type { CostField, Tier } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import { amount, flag, text } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { perMillion, perUnit } from '../parse/money.js';
import { dayOf, holdsOn } from '../parse/terms.js';

/** Prices differ by region; all are asked for in this one. */
export const region = 'eastus2';

const item = z.looseObject({
  currencyCode: text,
  tierMinimumUnits: amount,
  retailPrice: amount,
  armRegionName: text,
  effectiveStartDate: text,
  effectiveEndDate: text,
  meterName: text,
  skuName: text,
  productName: text,
  unitOfMeasure: text,
  type: text,
  isPrimaryMeterRegion: flag,
});
type Item = z.infer<typeof item>;

/** One price, and the words that are left of the meter's name: those of the model, the month and day of its version. */
export interface Meter {
  readonly name: string;
  readonly words: readonly string[];
  /** The words of the product, which a meter's name may leave out: "Azure Grok Models", "4.3 Inp Glbl". */
  readonly maker: readonly string[];
  readonly field: CostField;
  readonly when: Tier['when'];
  readonly value: number;
  /** Of two prices for one thing the higher rank counts. */
  readonly rank: string;
}

const kinds = {
  input: /^(inp|inpt|input)$/,
  output: /^(outp|outpt|output|opt|out)$/,
  cached: /^(cached|cchd|ccchd|cd|cache)$/,
  write: /^(wr|wrt|write)$/,
  audio: /^aud$/,
  image: /^img$/,
  text: /^txt$/,
  global: /^(glbl|gl|global)$/,
  zone: /^(dz|dzn|dzone|datazone)$/,
  regional: /^(regnl|rgnl|reg|regional)$/,
  batch: /^batch$/,
  priority: /^(pp|prty|priority)$/,
  long: /^(l|longco|longcontext)$/,
  short: /^shortco$/,
  second: /^seconds?$/,
  other: /^(ft|finetuned?|finetuning|grader|hosting|training|trng|provisioned|units?|dev)$/,
} as const;
type Kind = keyof typeof kinds;

export function metersOf(page: Page): Meter[] {
  return jsonList(page, 'Items').flatMap((value) => {
    const found = item.safeParse(value);
    return found.success ? (meterOf(found.data, dayOf(page)) ?? []) : [];
  });
}

function meterOf(meter: Item, day: string): Meter | undefined {
  const name = meter.meterName ?? meter.skuName;
  const elsewhere = meter.armRegionName !== null && meter.armRegionName.toLowerCase() !== region;
  const isBase = !(Number(meter.tierMinimumUnits ?? 0) > 0);
  const isUsd = meter.currencyCode === null || meter.currencyCode === 'USD';
  if (!name || elsewhere || !isBase || !isUsd || !/^consumption$/i.test(meter.type ?? 'Consumption')) return undefined;
  const { said, words } = parsed(name);
  const value = priceOf(meter);
  const field = said.has('other') ? undefined : fieldOf(said, words, meter.unitOfMeasure);
  // A price of 0 is a meter that is not billed, not an offer that is free.
  if (!field || !value || words.length === 0) return undefined;
  const maker = wordsOf(meter.productName ?? '').filter((word) => !/^(azure|models?|foundry|oss)$/.test(word));
  const primary = meter.isPrimaryMeterRegion === false ? 0 : 1;
  const isNamed = said.has('global') ? 1 : 0;
  const { effectiveStartDate: from, effectiveEndDate: until } = meter;
  const inForce = holdsOn(
    { ...(from && { from: from.slice(0, 10) }), ...(until && { until: until.slice(0, 10) }) },
    day,
  );
  const rank = `${isNamed}${inForce ? 1 : 0}${primary}${from ?? ''}`;
  return { name, words, maker, field, when: whenOf(said), value, rank };
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/data[\s-]?zone/g, 'dzone')
    .split(/[\s_-]+/)
    .filter(Boolean);

/** The kinds that the words of a meter's name tell, and the words that are left. "1M Tokens" at its end is the unit. */
function parsed(name: string): { said: Set<Kind>; words: string[] } {
  const said = new Set<Kind>();
  const all = wordsOf(name.replace(/(\s+1[km])?[\s-]+tokens?\s*$/i, ''));
  const words = all.filter((word) => {
    const kind = (Object.keys(kinds) as Kind[]).find((each) => kinds[each].test(word));
    if (kind) said.add(kind);
    return kind === undefined;
  });
  return { said, words };
}

/** USD per 1K tokens, or per second. */
function priceOf({ unitOfMeasure, retailPrice }: Item): number | null {
  const unit = (unitOfMeasure ?? '').toLowerCase().replace(/\s+tokens?$/, '');
  if (unit === '1k' || unit === '1 second') return perUnit(retailPrice);
  return unit === '1m' ? perMillion(retailPrice) : null;
}

function fieldOf(said: ReadonlySet<Kind>, words: readonly string[], unit: string | null): CostField | undefined {
  if (/second/i.test(unit ?? '')) return 'perSecond';
  const inputOnly = words.includes('embedding') || words.includes('embed');
  const side = said.has('output') ? 'output' : said.has('input') || inputOnly ? 'input' : undefined;
  // What is cached of sounds and images is neither the cached text's price nor another field's.
  if (said.has('cached'))
    return said.has('audio') || said.has('image') ? undefined : said.has('write') ? 'cacheWrite' : 'cacheRead';
  if (said.has('audio')) return side && `${side}Audio`;
  return said.has('image') ? side && `${side}Image` : side;
}

/** The base price is the global deployment's; a meter that names none is the only one there is. */
const whenOf = (said: ReadonlySet<Kind>): Tier['when'] => ({
  ...(said.has('batch') ? { serviceTier: 'batch' } : said.has('priority') && { serviceTier: 'priority' }),
  ...(said.has('zone') ? { region: 'data zone' } : said.has('regional') && { region: 'regional' }),
  ...(said.has('long') && { variant: 'long context' }),
});
