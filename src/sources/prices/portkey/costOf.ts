import type { Mode } from '../../../model/model.js';
import type { PriceRow } from '../../../model/price.js';
import { centsPerToken, stated } from '../../parse/money.js';
import { spoken } from '../../parse/openRouterUnits.js';
import { madeOf } from './madeOf.js';
import type { Price, Rates } from './row.js';
import { usd } from './usd.js';

type Cost = PriceRow['cost'];

/** The prices of a model, in the fields of what it is: the field that a number stands in does not tell its unit. */
export const costOf = (rates: Rates, mode: Mode | null): Cost => ({
  ...asSold(tokensOf(rates), rates, mode),
  ...madeOf(rates).cost,
});

/** The first price above zero, USD per 1K tokens, for a 0 may stand before it. */
const token = (...quoted: readonly Price[]): number | null => {
  let first: number | null = null;
  for (const { price: stated } of quoted) {
    const price = centsPerToken(stated);
    if (price) return price;
    first ??= price;
  }
  return first;
};

const tokensOf = (rates: Rates): Cost => {
  const { additional_units: units } = rates;
  return stated({
    input: token(rates.request_token, rates.request_text_token),
    output: token(rates.response_token, rates.response_text_token),
    cacheRead: token(rates.cache_read_input_token, rates.cache_read_text_input_token, rates.cached_text_input_token),
    cacheWrite: token(rates.cache_write_input_token),
    cacheWrite1h: token(units.cache_write_1h),
    reasoning: token(rates.reasoning_token),
    inputAudio: token(rates.request_audio_token, units.request_audio_token),
    outputAudio: token(rates.response_audio_token, units.response_audio_token),
    inputImage: token(rates.request_image_token),
    outputImage: token(rates.response_image_token, units.image_token),
  });
};

/** USD per 1K tokens: no token of what is searched or read page by page costs as much; such a number is of a whole one. */
const dearestRead = 0.1;

/** USD per 1K tokens: what is heard never cost less, and no token more; all else is a minute's price, or a second's. */
const heard = { least: 0.0001, most: 1 };

/** A reranker's price is of a search, a page reader's of a page, a voice's of a character where nothing of sound is priced. */
function asSold(tokens: Cost, { request_token: quoted }: Rates, mode: Mode | null): Cost {
  const { input = 0, ...others } = tokens;
  if (mode === 'rerank' && input >= dearestRead) return stated({ perSearch: usd(quoted) });
  if (mode === 'ocr' && input >= dearestRead) return stated({ perPage: usd(quoted) });
  if (mode === 'speech' && !tokens.output && !tokens.outputAudio)
    return { ...others, ...stated(spoken(usd(quoted)).cost) };
  if (mode !== 'transcription') return tokens;
  return Object.fromEntries(Object.entries(tokens).filter(([, price]) => price >= heard.least && price <= heard.most));
}
