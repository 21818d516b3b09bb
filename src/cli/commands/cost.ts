import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { pricesOf } from '../../book/pricesOf.js';
import { priceAt, type PricedAt } from '../../book/priceAt.js';
import type { AskedBook } from '../../book/askedBook.js';
import type { Brief } from '../../book/settledPart.js';
import { costOf } from '../../cost/costOf.js';
import { instantOf } from '../../cost/records/instant.js';
import type { Usage } from '../../cost/units.js';
import { usageOf } from '../../cost/usageOf.js';
import { askedFor } from '../asked.js';
import type { Surroundings } from '../command.js';
import { Failure, usageError } from '../failure.js';
import { historyFor } from '../historyFor.js';
import { meantBy } from '../meant.js';
import { type NamedOffer, offerNeeded } from '../offerNamed.js';
import type { Options } from '../options.js';
import { renderCost } from '../show/cost.js';
import { tell, tellJson } from '../tell.js';
import { givenUnits } from '../givenUnits.js';
import { unitOptions } from '../unitOptions.js';
import { costLines } from './costLines.js';

const unitNames = Object.keys(unitOptions) as (keyof typeof unitOptions)[];

/** What a call costs, or with --stdin each call of lines; gives the exit code. */
export const cost = (options: Options, surroundings: Surroundings, model?: string): Promise<number> =>
  options.stdin ? fromStdin(options, surroundings, model) : ofCall(options, surroundings, model ?? '');

function fromStdin(options: Options, surroundings: Surroundings, model?: string): Promise<number> {
  const given = unitNames.filter((name) => options[name] !== undefined);
  if (model !== undefined) throw usageError('--stdin takes calls of any model: leave out the model');
  if (given.length > 0 || options.usage !== undefined)
    throw usageError('--stdin reads what was used from each line: leave out the counts and --usage');
  return costLines(options, surroundings);
}

async function ofCall(options: Options, surroundings: Surroundings, name: string): Promise<number> {
  if (options.onError !== undefined || options.brief)
    throw usageError('--on-error and --brief are for lines: add --stdin');
  const { book, known } = await askedFor(options, surroundings);
  const offer = await offerNeeded('cost', name, options, known);
  const usage = await usageGiven(options, surroundings, offer);
  const given = options.at === undefined ? undefined : (instantOf(options.at) ?? undefined);
  const history = await historyFor(options);
  const at = given ?? new Date(history?.asOf ?? Date.now());
  const priceOf = async (query: NamedOffer): Promise<PricedAt<Brief>> => {
    const settled = await book.price(query);
    const named = { provider: query.provider, id: settled.offer?.id ?? query.id };
    return history ? priceAt(settled, history, named, { at: given }) : settled;
  };
  const answer = await priceOf(offer);
  const prices = pricesOf(answer);
  const models = [offer.id, ...(answer.offer ? [answer.offer.id] : [])];
  const others = await pricesOfOthers({ price: priceOf }, offer.provider, usage);
  const done = costOf(usage, prices, { at, models, pricesOf: (model) => others.get(model) });
  const { stdout } = surroundings;
  const id = answer.offer?.id ?? offer.id;
  if (options.json)
    tellJson(stdout, {
      provider: offer.provider,
      id,
      at,
      cost: done,
      pricing: answer.pricing,
      sources: answer.sources,
    });
  else {
    const meant = await meantBy(book, offer, answer);
    tell(stdout, ...renderCost(done, { provider: offer.provider, id, answer, meant, columns: stdout.columns }));
  }
  return 0;
}

/** What each other model that a call names costs at the same provider. */
export async function pricesOfOthers(book: Pick<AskedBook, 'price'>, provider: string, { passes }: Usage) {
  const names = new Set(passes.flatMap(({ model }) => model ?? []));
  const found = await Promise.all([...names].map(async (id) => [id, await book.price({ provider, id })] as const));
  return new Map(found.flatMap(([id, answer]) => (answer.pricing.source === null ? [] : [[id, pricesOf(answer)]])));
}

/** What was used, from --usage or from the counts. */
async function usageGiven(options: Options, surroundings: Surroundings, { provider }: NamedOffer): Promise<Usage> {
  const { usage: place, api, serviceTier, region } = options;
  const units = givenUnits(options);
  const isCounted = Object.keys(units).length > 0;
  const request = { service_tier: serviceTier, region };
  if (place !== undefined) {
    if (isCounted) throw usageError('--usage has the counts: leave out those of the command line');
    return usageOf(await jsonFrom(place, surroundings), { provider, api, request });
  }
  if (!isCounted) throw usageError('cost needs what was used: --input 1000 --output 200, or --usage with a file');
  return { ...usageOf({}, { request }), passes: [{ units, contradicts: [] }] };
}

async function jsonFrom(place: string, { stdin }: Surroundings): Promise<unknown> {
  const body = await (place === '-' ? text(stdin) : readFile(place, 'utf8')).catch((error: unknown) => {
    throw new Failure(`--usage ${place} can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`, 2);
  });
  const takes = "it takes the provider's usage object, or a list of them";
  const value = parsed(body);
  if (value === undefined) throw usageError(`--usage ${place} is no JSON: ${takes}`);
  if (typeof value !== 'object' || value === null) throw usageError(`--usage ${place} holds no object: ${takes}`);
  return value;
}

/** The value of a text; undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
