import type { Draft } from '../../model/draft.js';
import { isDollar } from './isDollar.js';
import { scaled } from './money.js';
import { withoutZeros } from './withoutZeros.js';

type Prices = NonNullable<Draft['cost']>;
type Field = keyof Prices;

const tokenFields: Readonly<Record<string, Field>> = {
  input: 'input',
  prompt: 'input',
  output: 'output',
  completion: 'output',
  'cached input': 'cacheRead',
  'cache read': 'cacheRead',
  'cache write': 'cacheWrite',
  reasoning: 'reasoning',
  'audio input': 'inputAudio',
  'input audio': 'inputAudio',
  'audio output': 'outputAudio',
  'output audio': 'outputAudio',
  'image input': 'inputImage',
  'input image': 'inputImage',
  'image output': 'outputImage',
  'output image': 'outputImage',
};

/** How many of the record's unit one of theirs is. */
const otherUnits: Readonly<Record<string, readonly [Field, number]>> = {
  image: ['perImage', 1],
  request: ['perRequest', 1],
  page: ['perPage', 1],
  character: ['perCharacter', 1],
  'input character': ['perCharacter', 1],
  second: ['perSecond', 1],
  'audio second': ['perSecond', 1],
  'video second': ['perSecond', 1],
  minute: ['perSecond', 60],
  'audio minute': ['perSecond', 60],
  hour: ['perSecond', 3600],
  'audio hour': ['perSecond', 3600],
};

const multiples: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

/**
 * A price in USD whose unit is told in words: "per M input tokens", "1000 characters", "audio minute".
 *
 * Words must be known to the last one: a unit with another condition ("per audio minute (websocket)", "per step",
 * "compute seconds", tokens of no direction) gives no price at all.
 */
export function unitPrice(unit: string, price: unknown): Prices {
  const words = unit.toLowerCase().replace(/^per /, '').replaceAll(/\s+/g, ' ').trim();
  const [, number, multiple, kind = ''] =
    /^(?:(\d[\d,]{0,20}) ?)?(?:(k|m|thousand|million) )?(.+?)s?$/.exec(words) ?? [];
  const count = Number(number?.replaceAll(',', '') ?? 1) * (multiples[multiple ?? ''] ?? 1);
  const field = tokenFields[/^(.+) token$/.exec(kind)?.[1] ?? ''];
  if (field) return { [field]: scaled(price, 1000, count) };
  const other = otherUnits[kind];
  return other && count > 0 ? { [other[0]]: scaled(price, 1, other[1] * count) } : {};
}

/** One of a provider's prices, with its unit in words. */
export interface UnitPrice {
  readonly unit: string | null;
  readonly price: unknown;
  /** Dollars where it is not said. */
  readonly currency?: string | null;
}

/** All of a model's prices in USD together; a field that two of them state differently has none. */
export function unitPrices(prices: readonly UnitPrice[]): Prices {
  const cost: { [field in Field]?: number | null } = {};
  const seen = new Map<string, unknown>();
  for (const { unit, price, currency } of prices) {
    if (!isDollar(currency)) continue;
    const found = unitPrice(unit ?? '', price);
    for (const field of Object.keys(found) as Field[]) {
      cost[field] = seen.has(field) && seen.get(field) !== found[field] ? null : (found[field] ?? null);
      seen.set(field, cost[field]);
    }
  }
  return withoutZeros(cost);
}
