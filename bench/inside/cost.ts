import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calcPrice } from '@pydantic/genai-prices';
import { fetchModels, getUsage } from 'tokenlens';
import { type TableBook, tableBook } from '../../src/book/tableBook.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { type Figure, median } from '../row.js';
import { ratioOf, timed, turns } from '../turns.js';
import { catalogText } from './lists.js';

const rounds = 30;
const calls = 2000;
/** Models that all of them price. */
const names = [
  'openai/gpt-4o',
  'openai/gpt-4o-mini',
  'openai/gpt-4.1',
  'openai/o3',
  'openai/gpt-5',
  'openai/gpt-5-mini',
];

/** Tokens of a call; the numbers differ from call to call. */
const tokensOf = (call: number) => ({ input: 1000 + call, cached: 400, output: 100 + (call % 50) });

/** Our answer in the words of OpenAI's usage object. */
const own = (book: TableBook) => (name: string, call: number) => {
  const { input, cached, output } = tokensOf(call);
  const usage = {
    prompt_tokens: input,
    completion_tokens: output,
    prompt_tokens_details: { cached_tokens: cached },
  };
  return book.cost(name, usage)?.total;
};

const genaiPrices = (name: string, call: number) => {
  const { input, cached, output } = tokensOf(call);
  const usage = { input_tokens: input, cache_read_tokens: cached, output_tokens: output };
  return calcPrice(usage, name.slice(name.indexOf('/') + 1), { providerId: 'openai' })?.total_price;
};

/** With the provider alone: among all it takes another's model of the name, which it cannot price. */
async function tokenlens() {
  const { openai } = JSON.parse(catalogText()) as { readonly openai: unknown };
  const answer = () => Promise.resolve(new Response(JSON.stringify({ openai })));
  const providers = await fetchModels({ baseUrl: 'https://models.example/api.json', fetch: answer });
  return (name: string, call: number) => {
    const { input, cached, output } = tokensOf(call);
    const usage = { input_tokens: input, cachedInputTokens: cached, output_tokens: output };
    return getUsage({ modelId: name, usage, providers }).costUSD?.totalUSD;
  };
}

const bookIn = (out: string): TableBook => {
  const folder = join(out, 'providers-enriched');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return tableBook(files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ProviderFile));
};

/** What a call costs, by the table of a run and by two libraries that price usage; they leave out what we say beside the sum. */
export async function cost(out: string): Promise<Figure[]> {
  const work = { own: own(bookIn(out)), '@pydantic/genai-prices': genaiPrices, tokenlens: await tokenlens() };
  const works = Object.entries(work).map(([name, price]) => [name, roundOf(price)] as const);
  const { own: ours = [], ...others } = await turns(Object.fromEntries(works), rounds);
  return Object.entries(others).map(([floor, times]) => ({
    what: 'the cost of a call',
    floor,
    ours: `${(1000 * median(ours)).toFixed(2)} µs`,
    ratio: ratioOf(ours, times),
  }));
}

/** All of them price all of the models. */
export async function short(out: string): Promise<Figure[]> {
  const work = [own(bookIn(out)), genaiPrices, await tokenlens()];
  const priced = work.map((price) => names.filter((name) => Number(price(name, 1)) > 0).length);
  if (priced.some((count) => count < names.length)) throw new Error(`priced: ${priced.join(', ')} of ${names.length}`);
  return [{ what: `${names.length} models priced by ${work.length}`, ratio: 1 }];
}

const roundOf = (price: (name: string, call: number) => unknown) => (): number =>
  timed(() => {
    for (let call = 0; call < calls; call++) price(names[call % names.length] ?? '', call);
  }) / calls;
