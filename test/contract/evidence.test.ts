import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastValueFrom } from 'rxjs';
import { beforeAll, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Origins } from '../../src/model/origin.js';
import type { Endpoint, Source } from '../../src/sources/define.js';
import { sources } from '../../src/sources/index.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { pricesIn } from '../../src/settle/prices.js';
import { catalog } from '../../src/sources/catalog.js';
import { fromRecordings, recordingsDir, readEndpoint } from '../sources/harness.js';
import { enrichedRun, type Enriched } from './enrichedRun.js';

/** The recorded bodies by the sha256 of their bytes. */
const bodies = new Map(
  readdirSync(recordingsDir).flatMap((folder) =>
    readdirSync(join(recordingsDir, folder)).map((file) => {
      const body = readFileSync(join(recordingsDir, folder, file));
      return [createHash('sha256').update(body).digest('hex'), body.toString('utf8')] as const;
    }),
  ),
);

let run: readonly Enriched[];
beforeAll(async () => {
  run = await enrichedRun();
});

/** The prices that a row states, its tiers' too. */
interface Reread {
  readonly prices: ReadonlySet<number>;
}

const read = new Map<string, Promise<ReadonlyMap<string, Reread>>>();

/** An endpoint's rows, read once more from the recordings: the prices of each by page and row. */
function rereadOf(source: Source, endpoint: Endpoint): Promise<ReadonlyMap<string, Reread>> {
  const key = `${source.kind.name}/${source.id} ${endpoint.name}`;
  const known = read.get(key) ?? lastValueFrom(readEndpoint(source, endpoint, fromRecordings(source.id))).then(byRow);
  read.set(key, known);
  return known;
}

const byRow = ({ items }: { readonly items: readonly (Model | PriceRow)[] }): Map<string, Reread> =>
  new Map(
    items.flatMap((item) => {
      const evidence = 'pricing' in item ? item.pricing.evidence : item.evidence;
      if (!evidence) return [];
      const costs = [item.cost, ...(item.tiers ?? []).map(({ cost }) => cost)];
      return [
        [
          `${evidence.endpoint} ${evidence.row}`,
          { prices: new Set(costs.flatMap((cost) => pricesIn(cost).map(([, price]) => price))) },
        ] as const,
      ];
    }),
  );

const known = new Map<string, Source>(sources.map((source) => [source.id, source]));
const lists = new Map(priceLists.map((list) => [list.id, list as unknown as Source]));

/** The row that a record's evidence names, read again. */
async function rereadRow({ provider, pricing: { evidence } }: Model): Promise<Reread | undefined> {
  const [name = '', list = ''] = evidence?.endpoint.split('/') ?? [];
  const source = name === 'prices' && lists.has(list) ? lists.get(list) : known.get(provider);
  const own = name === 'prices' && lists.has(list) ? evidence?.endpoint.split('/')[2] : name;
  const endpoint =
    source?.endpoints.find((one) => one.name === own) ?? (own === 'catalog' ? catalog(provider) : undefined);
  if (!endpoint || !evidence) return undefined;
  const rows = await rereadOf(source ?? { ...sources[0]!, id: provider }, endpoint);
  return rows.get(
    `${evidence.endpoint.replace(`prices/${list}/`, lists.has(list) ? '' : `prices/${list}/`)} ${evidence.row}`,
  );
}

const nameOf = ({ provider, id }: Model): string => `${provider}/${id}`;
const pricedOf = (dataset: 'model' | 'enriched') =>
  run.filter((one) => ['priced', 'free', 'variable', 'plan'].includes(one[dataset].pricing.status));

it.each(['model', 'enriched'] as const)('each price of a %s names a page that is recorded', (dataset) => {
  const lost = pricedOf(dataset).filter(
    ({ [dataset]: { pricing }, sources: pages }) => !bodies.has(pageOf(pages, pricing.evidence?.endpoint)),
  );
  expect(pricedOf(dataset).length).toBeGreaterThanOrEqual(6_000);
  expect(lost.map((one) => [nameOf(one[dataset]), one[dataset].pricing.evidence])).toEqual([]);
});

const pageOf = (pages: Origins, name = ''): string => pages[name]?.sha256 ?? '';

it.each(['model', 'enriched'] as const)(
  'each price of a %s is read again from that row to the same digits',
  async (dataset) => {
    const wrong: unknown[] = [];
    for (const one of pricedOf(dataset)) {
      const model = one[dataset];
      const row = await rereadRow(model);
      const others = Object.keys(model.from).filter((field) => field.startsWith('cost.'));
      const prices = pricesIn(model.cost).filter(([field]) => !others.includes(`cost.${field}`));
      const isSame = row !== undefined && prices.every(([, price]) => price === 0 || row.prices.has(price));
      if (!isSame) wrong.push([nameOf(model), model.pricing.evidence, prices, row && [...row.prices]]);
    }
    expect(wrong).toEqual([]);
  },
);

/** A number without its power of ten, to five digits: the same in whatever unit it is told. */
const mantissa = (number: number): string => number.toExponential(4).split('e')[0] ?? '';

const numbersIn = new Map<string, ReadonlySet<string>>();
const numbersOf = (sha256: string): ReadonlySet<string> => {
  const told = () => [...(bodies.get(sha256) ?? '').matchAll(/\d+(?:,\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?|\.\d+/gi)];
  const numbers = numbersIn.get(sha256) ?? new Set(told().map(([text]) => mantissa(Number(text.replaceAll(',', '')))));
  numbersIn.set(sha256, numbers);
  return numbers;
};

/** How a price may be told: as a number in some unit, or as whole dollars and a fraction per 1M. */
const tellings = (price: number): string[] => [mantissa(price), mantissa(Number(((price * 1000) % 1).toPrecision(6)))];

it('each main price of a provider stands on the page that it names, digit by digit', () => {
  const wrong = pricedOf('model').flatMap(({ model, sources: pages }) => {
    const numbers = numbersOf(pageOf(pages, model.pricing.evidence?.endpoint));
    const main = [model.cost.input, model.cost.output].filter(
      (price): price is number => typeof price === 'number' && price > 0,
    );
    const isTold = main.length === 0 || main.some((price) => tellings(price).some((text) => numbers.has(text)));
    return isTold ? [] : [[nameOf(model), model.pricing.evidence, main]];
  });
  expect(wrong).toEqual([]);
});
