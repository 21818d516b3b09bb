import type { PriceRow } from '../../../model/price.js';
import { perToken, perUnit, scaled, stated } from '../../parse/money.js';
import { seen } from '../../parse/openRouterUnits.js';
import type { Prices } from './row.js';

type Cost = PriceRow['cost'];

/** What decides what a number of an entry is for. */
export interface About {
  /** LiteLLM's word: realtime rows have prices of image tokens where the others have those of whole images. */
  readonly listed: string | null;
  readonly mode: PriceRow['mode'] | null;
  /** Of the image that the prices are for, where the key names its size. */
  readonly pixels: number | null;
}

/** The prices of an entry that hold for the model as a whole. */
export function costOf(prices: Prices, about: About): Cost {
  return stated({
    input: perToken(prices.input_cost_per_token),
    output: perToken(prices.output_cost_per_token),
    ...cached(prices),
    cacheWrite1h: perToken(prices.cache_creation_input_token_cost_above_1hr),
    reasoning: perToken(prices.output_cost_per_reasoning_token),
    inputAudio: perToken(prices.input_cost_per_audio_token),
    outputAudio: perToken(prices.output_cost_per_audio_token),
    inputImage: perToken(prices.input_cost_per_image_token),
    outputImage: perToken(prices.output_cost_per_image_token),
    ...images(prices, about),
    perSecond: seconds(prices, about),
    perCharacter: about.mode === 'speech' ? perUnit(prices.input_cost_per_character) : null,
    perSearch: perUnit(prices.input_cost_per_query),
    perRequest: perUnit(prices.input_cost_per_request),
    perPage: perUnit(prices.ocr_cost_per_page),
  });
}

/** Nobody writes to a cache for less than the input costs: such a number is the cached read, under the wrong name. */
function cached(prices: Prices): Pick<Cost, 'cacheRead' | 'cacheWrite'> {
  const input = perToken(prices.input_cost_per_token);
  const read = perToken(prices.cache_read_input_token_cost) ?? perToken(prices.input_cost_per_token_cache_hit);
  const write = perToken(prices.cache_creation_input_token_cost);
  const isMisfiled = !!input && !!write && write < input;
  return stated({ cacheRead: read ?? (isMisfiled ? write : null), cacheWrite: isMisfiled ? null : write });
}

/** Whisper's one price stands in both fields. */
function seconds(prices: Prices, { mode }: About): number | null {
  const made = perUnit(prices.output_cost_per_video_per_second) ?? perUnit(prices.output_cost_per_second);
  if (mode === 'video' || mode === 'speech') return made;
  return mode === 'transcription' ? perUnit(prices.input_cost_per_second) || made : null;
}

/**
 * `input_cost_per_image` is the price of the image that is made where an image model has no other for it, of an image
 * token in realtime rows, else of an image that is read.
 */
function images(prices: Prices, about: About): Cost {
  const { mode, listed } = about;
  const read = perUnit(prices.input_cost_per_image);
  if (mode === 'image') {
    const made = perUnit(prices.output_cost_per_image) ?? read;
    return stated({
      perImage: made ?? sized(prices, about),
      perInputImage: made === read ? null : read,
      ...areas(prices, about),
    });
  }
  if (listed === 'realtime') return stated({ inputImage: perToken(prices.input_cost_per_image) });
  if (mode === 'embedding') return stated({ perInputImage: read });
  return stated(seen(prices.input_cost_per_image, prices.input_cost_per_token).cost);
}

/** The price of a pixel is that of an image divided by its size and cut off, so its last digit is not sure. */
function sized({ input_cost_per_pixel: quoted }: Prices, { pixels }: About): number | null {
  const price = pixels === null ? null : scaled(quoted, pixels);
  return price && Number(price.toPrecision(Math.max(1, digits(quoted) - 1)));
}

const areas = ({ input_cost_per_pixel: quoted }: Prices, { pixels }: About): Cost =>
  stated({ perMegapixel: pixels === null ? scaled(quoted, 1_000_000) : null });

const digits = (quoted: unknown): number =>
  String(quoted).replace(/e.*/i, '').replace(/\D/g, '').replace(/^0+/, '').length;
