import { lastValueFrom } from 'rxjs';
import { knownSources } from '../../read/knownSources.js';
import type { Command, Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import { openBookFor } from '../lists.js';
import { networksOf } from '../networks.js';
import { offerNamed } from '../offerNamed.js';
import type { Options } from '../options.js';
import { renderPrice } from '../show/price.js';
import { tell, tellJson } from '../tell.js';

export const price: Command = {
  name: 'price',
  summary: 'one price with its evidence',
  options: ['provider', 'prices', 'minConfidence', 'out', 'offline', 'mirror', 'json'],
  argument: { form: '<model>', help: 'provider/model such as openai/gpt-4o, or free text with --provider' },
  run: priceOf,
};

async function priceOf(options: Options, surroundings: Surroundings, name = ''): Promise<number> {
  const networks = networksOf(options, surroundings);
  const asked = offerNamed('price', name, options, await lastValueFrom(knownSources(networks)));
  if (!asked) throw usageError(`price needs a provider and a model: price provider/model, not "${name}"`);
  const book = await openBookFor(options, networks);
  const answer = await book.price(asked);
  const { stdout } = surroundings;
  const id = answer.offer?.id ?? asked.id;
  const { provider } = asked;
  const { offer, cost, tiers, pricing, sources } = answer;
  if (options.json) tellJson(stdout, { provider, id, isListed: offer !== null, cost, tiers, pricing, sources });
  else tell(stdout, ...renderPrice(answer, { provider, id, columns: stdout.columns }));
  return 0;
}
