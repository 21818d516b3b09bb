import type { PricedAt } from '../../book/priceAt.js';
import type { Brief } from '../../book/settledPart.js';
import { instantOf } from '../../cost/records/instant.js';
import type { OfferHistory, PastPrices } from '../../history/offerHistory.js';
import type { PriceHistory } from '../../history/priceHistory.js';
import { askedFor } from '../asked.js';
import type { Surroundings } from '../command.js';
import { meantBy } from '../meant.js';
import { type NamedOffer, offerNeeded } from '../offerNamed.js';
import type { Options } from '../options.js';
import { tell, tellJson } from '../tell.js';

/** Shows one price; gives the exit code. */
export async function showPrice(options: Options, surroundings: Surroundings, name = ''): Promise<number> {
  const isPast = options.at !== undefined || options.asOf !== undefined;
  const { book, known } = await askedFor(options, surroundings);
  const asked = await offerNeeded('price', name, options, known);
  const settled = await book.price(asked);
  const { stdout } = surroundings;
  const { provider } = asked;
  const named = { provider, id: settled.offer?.id ?? asked.id };
  const history = isPast || settled.offer === null ? await historyOf(options, isPast) : undefined;
  const missingSince = settled.offer === null ? missingFrom(history?.offer(provider, named.id)) : undefined;
  const answer = history && isPast ? await pastOf(settled, history, named, options) : settled;
  if (options.json) tellJson(stdout, told(answer, { ...named, missingSince }, options));
  else {
    const meant = await meantBy(book, asked, answer);
    const { renderPrice } = await import('../show/price.js');
    tell(stdout, ...renderPrice(answer, { ...named, missingSince, meant, columns: stdout.columns }));
  }
  return 0;
}

const historyOf = async (options: Options, isNeeded: boolean): Promise<PriceHistory | undefined> =>
  (await import('../historyFor.js')).historyFor(options, isNeeded);

/** The same at the moment that --at names. */
async function pastOf(settled: Brief, history: PriceHistory, named: NamedOffer, { at }: Options) {
  const { priceAt } = await import('../../book/priceAt.js');
  return priceAt(settled, history, named, { at: momentOf(at) });
}

const momentOf = (at: string | undefined): Date | undefined =>
  at === undefined ? undefined : (instantOf(at) ?? undefined);

/** The answer for programs. */
function told(
  answer: PricedAt<Brief>,
  { provider, id, missingSince }: NamedOffer & { readonly missingSince: string | undefined },
  { at, asOf }: Options,
) {
  const { offer, cost, tiers, pricing, past } = answer;
  return {
    ...{ at: momentOf(at), asOf, provider, id },
    ...{ isListed: offer !== null, missingSince, cost, tiers, pricing },
    sources: past === undefined ? answer.sources : {},
    ...(past && { history: toldHistory(past) }),
  };
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
