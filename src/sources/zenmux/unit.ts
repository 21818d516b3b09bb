import type { Cost } from '../../model/cost.js';
import { scaled } from '../parse/money.js';

/** The kinds of price that the record has a field for, with that of a price per token. */
const tokenFields = {
  prompt: 'input',
  completion: 'output',
  input_cache_read: 'cacheRead',
  input_cache_write: 'cacheWrite',
  input_cache_write_5_min: 'cacheWrite',
  input_cache_write_1_h: 'cacheWrite1h',
  audio_input: 'inputAudio',
} as const satisfies Record<string, keyof Cost>;

export type PriceKind = keyof typeof tokenFields;
export const kinds = Object.keys(tokenFields) as PriceKind[];

/** How many tokens a unit is. */
const tokenUnits: Readonly<Record<string, number>> = { pertoken: 1, perktokens: 1e3, permtokens: 1e6 };

const otherUnits: Readonly<Record<string, readonly [field: keyof Cost, of: number]>> = {
  persecond: ['perSecond', 1],
  perminute: ['perSecond', 60],
  perhour: ['perSecond', 3600],
  percharacter: ['perCharacter', 1],
  perkcharacters: ['perCharacter', 1e3],
  permcharacters: ['perCharacter', 1e6],
  perpage: ['perPage', 1],
};

/** Which way an image goes: what is read is priced by the prompt. */
const imageFields: { readonly [kind in PriceKind]?: keyof Cost } = { prompt: 'perInputImage', completion: 'perImage' };

/** The price in the record's unit; undefined for a unit that nobody knows. */
export function inUnit(
  kind: PriceKind,
  unit: string | null,
  price: number,
): { field: keyof Cost; price: number } | undefined {
  const name = unit?.toLowerCase() ?? '';
  const tokens = tokenUnits[name];
  if (tokens) return quote(tokenFields[kind], scaled(price, 1000, tokens));
  const [field, of] = otherUnits[name] ?? (name === 'perimage' ? [imageFields[kind], 1] : []);
  return of ? quote(field, scaled(price, 1, of)) : undefined;
}

const quote = (field: keyof Cost | undefined, price: number | null) =>
  field === undefined || price === null ? undefined : { field, price };
