import type { Draft } from '../../model/draft.js';
import type { Issue } from '../../model/pricing.js';
import { perToken, perUnit, type Quoted, scaled } from './money.js';

/** What one number of a row means: prices, or why it is none. */
export interface Meant {
  readonly cost: NonNullable<Draft['cost']>;
  readonly issues: readonly Issue[];
}

const unknownUnit = (key: string, quoted: Quoted, why: string): Meant => ({
  cost: {},
  issues: [{ code: 'unknown-unit', detail: `${key}: ${quoted} USD, ${why}` }],
});
const priced = (cost: Meant['cost']): Meant => ({ cost, issues: [] });

const minute = 60;
const hour = 3600;

/**
 * Transcription models whose unit another price list proves: its length in seconds, and the price that agrees. The row
 * does not tell, and the magnitude doesn't either: 0.016 is a price per minute, 0.1 one per hour.
 */
const proven: Readonly<Record<string, readonly [seconds: number, price: number]>> = {
  'openai/whisper-1': [minute, 0.006],
  'openai/gpt-transcribe': [minute, 0.0045],
  'deepgram/nova-3': [minute, 0.0043],
  'google/chirp-3': [minute, 0.016],
  'x-ai/grok-stt-1.0': [hour, 0.1],
  'microsoft/mai-transcribe-1.5': [hour, 0.36],
  'qwen/qwen3-asr-flash-2026-02-10': [1, 0.000035],
  'fish-audio/transcribe-1': [1, 0.0001],
};

/** A price that moved further than this may be in another unit now. */
const farthest = 5;

/** The `prompt` of a transcription model that has no `completion`: per minute, hour or second. */
export function heard(id: string, quoted: Quoted): Meant {
  const [seconds, price] = proven[id] ?? [];
  const now = perUnit(quoted);
  if (!now) return priced({});
  if (!seconds || !price || now > price * farthest || now < price / farthest)
    return unknownUnit('prompt', quoted, 'per second, minute or hour of audio: the list does not say which');
  return priced({ perSecond: scaled(quoted, 1, seconds) });
}

/** No character costs as much: the dearest voice is at 0.0001. */
const dearestCharacter = 0.001;

/** The `prompt` of a speech model that has no `completion`: per character. */
export function spoken(quoted: Quoted): Meant {
  const price = perUnit(quoted);
  if (!price) return priced({});
  return price < dearestCharacter
    ? priced({ perCharacter: price })
    : unknownUnit('prompt', quoted, 'too much for a character');
}

/** How many tokens the list counts an image or a megapixel at where the maker's price is per one of them. */
const pseudoTokens = [
  ['perMegapixel', 4096],
  ['perImage', 4175],
] as const;

/**
 * The price of an image that is written. A maker's price per image or megapixel is divided by a count of tokens that do
 * not exist; such a quotient is a long decimal, and the product is a short one.
 */
export function drawn(quoted: Quoted, isPerToken: boolean): Meant {
  if (!perUnit(quoted)) return priced({});
  if (digits(quoted) > 7)
    for (const [field, count] of pseudoTokens) {
      const price = rounded(scaled(quoted, count));
      if (price !== null && String(price).length <= '0.0375'.length) return priced({ [field]: price });
    }
  return isPerToken
    ? priced({ outputImage: perToken(quoted) })
    : unknownUnit('image_output', quoted, 'per image or per token: the list does not say which');
}

/** The quotient is cut off after its 15th digit. */
const rounded = (price: number | null): number | null => price && Number(price.toPrecision(10));

const digits = (quoted: Quoted): number =>
  String(quoted).replace(/e.*/i, '').replace(/\D/g, '').replace(/^0+/, '').length;

/** No token of a picture or of sound costs a hundred times as much as one of text. */
const dearestToken = 100;

/** From here on, USD, a number is for a whole image. */
const wholeImage = 0.0005;

/** The price of an image that is read, beside the price of a token of text. */
export function seen(quoted: Quoted, prompt: Quoted): Meant {
  const price = perUnit(quoted);
  const token = perUnit(prompt);
  if (!price) return priced({});
  if (price >= wholeImage || (token && price > token * dearestToken)) return priced({ perInputImage: price });
  return token
    ? priced({ inputImage: perToken(quoted) })
    : unknownUnit('image', quoted, 'per image or per token: the list does not say which');
}

/** The price of sound that is read, beside the price of a token of text. */
export function listened(quoted: Quoted, prompt: Quoted): Meant {
  const price = perUnit(quoted);
  const token = perUnit(prompt);
  if (!price) return priced({});
  return token && price > token * dearestToken
    ? unknownUnit('audio', quoted, 'too much for a token of sound')
    : priced({ inputAudio: perToken(quoted) });
}
