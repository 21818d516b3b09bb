import { z } from 'zod';
import type { CostField, Tier } from '../../model/cost.js';
import type { Page } from '../../model/page.js';
import { amount, flag, text } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { dayOf, holdsOn } from '../parse/terms.js';
import { unitOf } from './units.js';
import { parsed, type Word, wordsOf } from './words.js';

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

export function metersOf(page: Page): Meter[] {
  return jsonList(page, 'Items').flatMap((value) => {
    const found = item.safeParse(value);
    return found.success ? (meterOf(found.data, dayOf(page)) ?? []) : [];
  });
}

function meterOf(meter: Item, day: string): Meter | undefined {
  const name = meter.meterName ?? meter.skuName;
  const elsewhere = meter.armRegionName !== null && meter.armRegionName.toLowerCase() !== region;
  const isUsd = meter.currencyCode === null || meter.currencyCode === 'USD';
  if (!name || elsewhere || !isUsd || !/^consumption$/i.test(meter.type ?? 'Consumption')) return undefined;
  const { said, words } = parsed(name);
  const unit = said.has('other') ? undefined : unitOf(meter.unitOfMeasure ?? '', said, words)?.(meter.retailPrice);
  const field = unit?.field === 'token' ? tokenField(said, words) : unit?.field;
  // A price of 0 is a meter that is not billed, not an offer that is free.
  if (!field || !unit?.value || words.length === 0) return undefined;
  const maker = wordsOf(meter.productName ?? '').filter((word) => !/^(azure|models?|foundry|oss)$/.test(word));
  const from = meter.effectiveStartDate?.slice(0, 10);
  const until = meter.effectiveEndDate?.slice(0, 10);
  // A price that is over is none any more.
  if (until !== undefined && until < day) return undefined;
  const inForce = holdsOn({ ...(from && { from }), ...(until && { until }) }, day);
  const primary = meter.isPrimaryMeterRegion === false ? 0 : 1;
  const rank = `${said.has('global') ? 1 : 0}${inForce ? 1 : 0}${primary}${from ?? ''}`;
  const above = Number(meter.tierMinimumUnits ?? 0);
  const when: Tier['when'] = {
    ...whenOf(said),
    ...(above > 0 && { quantityAbove: above }),
    // A price to come is none today.
    ...(from !== undefined && from > day && { from, ...(until && { until }) }),
  };
  return { name, words, maker, field, when, value: unit.value, rank };
}

function tokenField(said: ReadonlySet<Word>, words: readonly string[]): CostField | undefined {
  const inputOnly = words.includes('embedding') || words.includes('embed');
  const side = said.has('output') ? 'output' : said.has('input') || inputOnly ? 'input' : undefined;
  // What is cached of sounds and images is neither the cached text's price nor another field's.
  if (said.has('cached') || said.has('write'))
    return said.has('audio') || said.has('image') ? undefined : said.has('write') ? 'cacheWrite' : 'cacheRead';
  if (said.has('audio')) return side && `${side}Audio`;
  return said.has('image') ? side && `${side}Image` : side;
}

const levels = ['batch', 'priority', 'flex'] as const;

/** The base price is the global deployment's; a meter that names none is the only one there is. */
function whenOf(said: ReadonlySet<Word>): Tier['when'] {
  const serviceTier = levels.find((level) => said.has(level));
  return {
    ...(serviceTier && { serviceTier }),
    ...(said.has('zone') ? { region: 'data zone' } : said.has('regional') && { region: 'regional' }),
    ...(said.has('long') && { variant: 'long context' }),
  };
}
