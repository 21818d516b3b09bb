import type { PriceLine } from '../../../src/cost/priceLines.js';
import type { Read, Reader } from './reader.js';
import { readFields } from './reader.js';

interface Tiered {
  readonly base: number;
  readonly tiers: readonly { readonly start: number; readonly price: number }[];
}
type Prices = Readonly<Record<string, number | Tiered>>;
interface Dated {
  readonly constraint?: { readonly start_date?: string; readonly start_time?: string; readonly end_time?: string };
  readonly prices: Prices;
}
interface Provider {
  readonly id: string;
  readonly models: readonly {
    readonly match: { readonly equals: string };
    readonly prices: Prices | readonly Dated[];
  }[];
}

/** The list's names of our providers. */
const ids: Readonly<Record<string, string>> = {
  'amazon-bedrock': 'aws',
  'fireworks-ai': 'fireworks',
  'novita-ai': 'novita',
  togetherai: 'together',
  xai: 'x-ai',
};

/** `_mtok` per 1M tokens, `_kcount` per 1,000, `_mchars` per 1M characters, `_hours` per 3,600 seconds. */
const names = {
  input_mtok: ['input', 1, 1000],
  output_mtok: ['output', 1, 1000],
  cache_read_mtok: ['cacheRead', 1, 1000],
  cache_write_mtok: ['cacheWrite', 1, 1000],
  cache_write_1h_mtok: ['cacheWrite1h', 1, 1000],
  output_reasoning_mtok: ['reasoning', 1, 1000],
  input_audio_mtok: ['inputAudio', 1, 1000],
  output_audio_mtok: ['outputAudio', 1, 1000],
  input_image_mtok: ['inputImage', 1, 1000],
  output_image_mtok: ['outputImage', 1, 1000],
  requests_kcount: ['perRequest', 1, 1000],
  web_searches_kcount: ['perSearch', 1, 1000],
  audio_hours: ['perSecond', 1, 3600],
  input_mchars: ['perCharacter', 1, 1_000_000],
} as const;

export const genaiPrices: Reader = (content) => {
  const providers = JSON.parse(String(content)) as readonly Provider[];
  const models = new Map(
    providers.flatMap(({ id, models: all }) =>
      all.map(({ match, prices }) => [`${id} ${match.equals.toLowerCase()}`, prices] as const),
    ),
  );
  return (provider, id) => {
    const prices = models.get(`${ids[provider] ?? provider} ${id.toLowerCase()}`) ?? {};
    if (!Array.isArray(prices)) return pricesIn(prices as Prices, {});
    return (prices as readonly Dated[]).flatMap((dated) => pricesIn(dated.prices, whenOf(dated.constraint)));
  };
};

const whenOf = ({ start_date: from, start_time: opens, end_time: closes }: NonNullable<Dated['constraint']> = {}) => ({
  ...(from !== undefined && { from }),
  ...(opens !== undefined && { timeUtc: `${opens.slice(0, 5)}-${closes?.slice(0, 5)}` }),
});

const pricesIn = (prices: Prices, when: PriceLine['when']): Read[] =>
  Object.entries(prices).flatMap(([name, price]) => {
    if (!(name in names)) throw new Error(`nobody reads ${name}`);
    if (typeof price === 'number') return readFields({ [name]: price }, names, when);
    return [
      ...readFields({ [name]: price.base }, names, when),
      ...price.tiers.flatMap((tier) =>
        readFields({ [name]: tier.price }, names, { ...when, contextAbove: tier.start }),
      ),
    ];
  });
