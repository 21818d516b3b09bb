import { lastValueFrom } from 'rxjs';
import { priceAt, type PricedAt } from '../../book/priceAt.js';
import type { Answer } from '../../book/priceBook.js';
import { instantOf } from '../../cost/records/instant.js';
import type { OfferHistory, PastPrices } from '../../history/offerHistory.js';
import { knownSources } from '../../read/knownSources.js';
import type { Command, Surroundings } from '../command.js';
import { historyFor } from '../historyFor.js';
import { openBookFor } from '../lists.js';
import { networksOf } from '../networks.js';
import { meantBy } from '../meant.js';
import { offerNeeded } from '../offerNamed.js';
import type { Options } from '../options.js';
import { renderPrice } from '../show/price.js';
import { tell, tellJson } from '../tell.js';

export const price: Command = {
  name: 'price',
  summary: 'one price with its evidence',
  options: ['provider', 'at', 'asOf', 'prices', 'minConfidence', 'out', 'offline', 'mirror', 'json'],
  argument: { form: '<model>', help: 'provider/model such as openai/gpt-4o, or free text with --provider' },
  run: priceOf,
};

async function priceOf(options: Options, surroundings: Surroundings, name = ''): Promise<number> {
  const networks = networksOf(options, surroundings);
  const isPast = options.at !== undefined || options.asOf !== undefined;
  const asked = offerNeeded('price', name, options, await lastValueFrom(knownSources(networks)));
  const book = await openBookFor(options, networks);
  const settled = await book.price(asked);
  const { stdout } = surroundings;
  const id = settled.offer?.id ?? asked.id;
  const { provider } = asked;
  const at = options.at === undefined ? undefined : (instantOf(options.at) ?? undefined);
  const history = isPast || settled.offer === null ? await historyFor(options, isPast) : undefined;
  const missingSince = settled.offer === null ? missingFrom(history?.offer(provider, id)) : undefined;
  const answer: PricedAt<Answer> = history && isPast ? priceAt(settled, history, { provider, id }, { at }) : settled;
  const { offer, cost, tiers, pricing, past } = answer;
  const sources = past === undefined ? answer.sources : {};
  const told = {
    at,
    asOf: options.asOf,
    provider,
    id,
    isListed: offer !== null,
    missingSince,
    cost,
    tiers,
    pricing,
    sources,
  };
  if (options.json) tellJson(stdout, { ...told, ...(past && { history: toldHistory(past) }) });
  else {
    const meant = await meantBy(book, asked, answer);
    tell(stdout, ...renderPrice(answer, { provider, id, missingSince, meant, columns: stdout.columns }));
  }
  return 0;
}

/** Since when (ISO 8601) an offer that the table has not any more has no price, where a history knows it. */
function missingFrom(known: OfferHistory | undefined): string | undefined {
  const now = known?.at(Date.now());
  return now?.lines.length === 0 ? new Date(now.from).toISOString() : undefined;
}

/** From when to when the prices held, ISO 8601, with the lines that say so. */
const toldHistory = ({ from, to, lines }: PastPrices) => ({
  validFrom: new Date(from).toISOString(),
  validTo: to === Infinity ? null : new Date(to).toISOString(),
  lines,
});
