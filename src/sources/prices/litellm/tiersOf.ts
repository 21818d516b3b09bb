import type { CostField, Tier } from '../../../model/cost.js';
import type { PriceRow } from '../../../model/price.js';
import { multiple, perToken, perUnit, stated } from '../../parse/money.js';
import { type About, costOf } from './costOf.js';
import type { Entry, Prices, Row } from './row.js';

type Cost = PriceRow['cost'];
type Tiers = NonNullable<PriceRow['tiers']>;
type When = Tier['when'];

/** Prices of one part of what goes in or comes out, which the record has one field for together. */
const partial: readonly (readonly [keyof Prices, CostField, string])[] = [
  ['input_cost_per_audio_per_second', 'perSecond', 'audio input'],
  ['input_cost_per_video_per_second', 'perSecond', 'video input'],
  ['input_cost_per_video_per_second_above_8s_interval', 'perSecond', 'video input, interval above 8 s'],
  ['input_cost_per_video_per_second_above_15s_interval', 'perSecond', 'video input, interval above 15 s'],
  ['output_cost_per_second_1080p', 'perSecond', '1080p'],
  ['annotation_cost_per_page', 'perPage', 'annotations'],
];

const characters: typeof partial = [
  ['input_cost_per_character', 'perCharacter', 'input characters'],
  ['output_cost_per_character', 'perCharacter', 'output characters'],
];

/** A row's base: the flat prices, or those of the first range, for the two never stand together. */
export const baseOf = (entry: Entry, about: About): Cost => ({
  ...costOf(entry.tiered_pricing[0] ?? noPrices, about),
  ...costOf(entry, about),
});

const noPrices = {} as Prices;

/** All prices of an entry under a condition, those of its copies with their region or size. */
export const tiersOf = (row: Row, about: About): Tiers => [
  ...own(row, about),
  ...searches(row),
  ...row.copies.flatMap((copy) => {
    const at: When = { ...(copy.region && { region: copy.region }), ...(copy.variant && { variant: copy.variant }) };
    const there = { ...about, pixels: copy.pixels };
    return [
      { when: at, cost: baseOf(copy, there) },
      ...own(copy, there).map(({ when, cost }) => ({ when: { ...when, ...at }, cost })),
    ];
  }),
];

const own = (entry: Entry, about: About): Tiers => [
  ...entry.conditions.map(({ contextAbove, serviceTier, ...prices }) => ({
    when: { ...(contextAbove && { contextAbove }), ...(serviceTier && { serviceTier }) },
    cost: costOf(prices, about),
  })),
  ...entry.tiered_pricing.slice(1).flatMap(({ range, max_results_range: results, ...prices }) => {
    const when = { contextAbove: range?.[0], quantityAbove: results?.[0] };
    return Object.values(when).some(Boolean) ? [{ when: known(when), cost: costOf(prices, about) }] : [];
  }),
  ...(about.mode === 'speech' ? partial : [...partial, ...characters]).map(([key, field, variant]) => ({
    when: { variant },
    cost: stated({ [field]: perUnit(entry[key]) }),
  })),
  { when: { variant: 'citation tokens' }, cost: stated({ input: perToken(entry.citation_cost_per_token) }) },
  ...uplifts(entry, baseOf(entry, about)),
];

const known = (when: { readonly [name in keyof When]: When[name] | undefined }): When =>
  Object.fromEntries(Object.entries(when).filter(([, value]) => value !== undefined));

/** Where the entry says how many times the token prices a region or a mode costs. */
function uplifts(entry: Entry, base: Cost): Tiers {
  const { us, fast } = entry.provider_specific_entry;
  const factors: readonly (readonly [When, unknown])[] = [
    [{ region: 'eu' }, entry.regional_processing_uplift_multiplier_eu],
    [{ region: 'us' }, entry.regional_processing_uplift_multiplier_us],
    [{ region: 'us' }, us],
    [{ serviceTier: 'fast' }, fast],
  ];
  const tokens = Object.entries(base).filter(([field]) => !field.startsWith('per'));
  return factors.flatMap(([when, factor]) =>
    factor === null
      ? []
      : [{ when, cost: stated(Object.fromEntries(tokens.map(([field, price]) => [field, multiple(price, factor)]))) }],
  );
}

/** Perplexity's fee of a request, by how much is searched for it; elsewhere a search is a call of a tool, not of the model. */
const searches = ({ litellm_provider: provider, search_context_cost_per_query: sizes }: Row): Tiers =>
  provider === 'perplexity'
    ? (['low', 'medium', 'high'] as const).map((size) => ({
        when: { variant: `${size} search context` },
        cost: stated({ perRequest: perUnit(sizes[`search_context_size_${size}`]) }),
      }))
    : [];
