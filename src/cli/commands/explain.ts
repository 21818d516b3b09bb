import { lastValueFrom } from 'rxjs';
import { explainMatch } from '../../match/explain.js';
import type { Model } from '../../model/model.js';
import { knownSources } from '../../read/knownSources.js';
import type { Source } from '../../sources/define.js';
import { readProviderFile } from '../../store/previous.js';
import { chooseSources } from '../chooseSources.js';
import type { Command, Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import { openIndexes } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { perMillion, renderExplanation } from '../show/explanation.js';

export const explain: Command = {
  name: 'explain',
  summary: 'how a price was found, or why none was: every strategy, its candidates, the guards that refused them',
  options: ['provider', 'prices', 'out', 'offline', 'mirror', 'json'],
  argument: { form: '<model>', help: 'provider/model such as openai/gpt-4o, or free text with --provider' },
  run: explainModel,
};

async function explainModel(options: Options, surroundings: Surroundings, text = ''): Promise<number> {
  const networks = networksOf(options, surroundings);
  const { provider, id } = keyOf(text, options, await lastValueFrom(knownSources(networks)));
  const file = await readProviderFile(options.out ?? 'data', provider);
  const known =
    file?.models.find((model) => model.id === id) ??
    file?.models.find((model) => model.id.toLowerCase() === id.toLowerCase());
  const lists = await openIndexes(options, networks);
  const key = { provider, id: known?.id ?? id, name: known?.name ?? null };
  const explanations = lists.map((list) => explainMatch(list, key));
  const stated = known ? { cost: known.cost, pricing: known.pricing } : null;
  surroundings.stdout.write(
    options.json
      ? `${JSON.stringify({ stated, lists: explanations }, null, 2)}\n`
      : `${[...ownPrice(known), ...explanations.map(renderExplanation)].join('\n')}\n`,
  );
  return 0;
}

/** What the data says before the price lists are asked: a price of the model's own is kept, whatever they say. */
function ownPrice(known: Model | undefined): string[] {
  if (!known) return ['not in the data: the price lists alone are asked'];
  const { cost, pricing } = known;
  if (pricing.source === null) return [];
  const who = pricing.source === 'provider' ? 'the provider' : pricing.source;
  const price = `${perMillion(cost.input)} in, ${perMillion(cost.output)} out (USD per 1M tokens)`;
  return [`${pricing.status}, stated by ${who}: ${price}; what follows is what the price lists would say`];
}

/** `provider/model`, or any text where --provider says whose. */
function keyOf(text: string, { provider: names }: Options, known: readonly Source[]): { provider: string; id: string } {
  if (names && names.length > 1) throw usageError('explain takes one --provider');
  if (names) return { provider: chooseSources(names, known)[0]?.id ?? '', id: text };
  const slash = text.indexOf('/');
  if (slash <= 0) throw usageError(`whose "${text}"? Write provider/model, or add --provider`);
  return { provider: chooseSources([text.slice(0, slash)], known)[0]?.id ?? '', id: text.slice(slash + 1) };
}
