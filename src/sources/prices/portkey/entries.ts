import type { Page } from '../../../model/page.js';
import { jsonObject } from '../../parse/json.js';
import { shapeError } from '../../parse/shapeError.js';
import { offersIn } from './offers.js';
import { type Bag, bagOf, entriesOf } from './bag.js';
import { ratesIn } from './rates.js';

/** `gemini-2.5-pro-lte-128k` and `-gt-128k`: one model's prices of short and of long prompts, in two entries. */
const byLength = /^(.+)-(lte|gt)-(\d+)k$/;

/** What is no model: currency and formula that the others inherit. */
const inherited = 'default';

/** The models of one provider's file, one a row; the provider is the file's name. Throws a shape error where it has none. */
export function entriesIn(page: Page): object[] {
  const file = jsonObject(page);
  const { currency } = bagOf(bagOf(file[inherited])['pricing_config']);
  const entries = entriesOf(file).filter(([key]) => key !== inherited);
  if (entries.length === 0) throw shapeError('the file has no models');
  const provider =
    page.url
      .split(/[?#]/, 1)[0]
      ?.split(/[/\\]/)
      .at(-1)
      ?.replace(/\.json$/, '') ?? '';
  const keys = new Set(entries.map(([key]) => key));
  return entries.flatMap(([key, entry]) => {
    const [, model = key, length, thousands] = byLength.exec(key) ?? [];
    const isLong = length === 'gt';
    if (isLong && keys.has(`${model}-lte-${thousands}k`)) return [];
    const long = isLong ? entry : bagOf(file[`${model}-gt-${thousands}k`]);
    const own = isLong ? [] : offersIn(entry);
    const offers = thousands ? [...own, ...longOffers(long, Number(thousands) * 1000)] : own;
    return [{ provider, model, currency, ...(!isLong && priced(entry)), offers }];
  });
}

function priced(entry: Bag): object {
  const { pay_as_you_go: rates, batch_config: batch, ...more } = bagOf(entry['pricing_config']);
  const others = Object.entries(entry).filter(([key]) => key !== 'pricing_config' && key !== 'custom_pricing');
  return { ...Object.fromEntries(others), ...more, rates: ratesIn(rates), batch: ratesIn(batch) };
}

function longOffers(entry: Bag, contextAbove: number): object[] {
  const { pay_as_you_go: rates, batch_config: batch } = bagOf(entry['pricing_config']);
  return [
    { contextAbove, rates: ratesIn(rates) },
    { contextAbove, serviceTier: 'batch', rates: ratesIn(batch) },
  ];
}
