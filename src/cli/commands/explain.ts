import { lastValueFrom } from 'rxjs';
import type { Answer } from '../../book/priceBook.js';
import { explainMatch } from '../../match/explain.js';
import { knownSources } from '../../read/knownSources.js';
import type { Source } from '../../sources/define.js';
import { chooseSources } from '../chooseSources.js';
import type { Command, Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import { openBookFor } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { renderAnswer } from '../show/answer.js';
import { renderExplanation } from '../show/explanation.js';

export const explain: Command = {
  name: 'explain',
  summary: 'what an offer costs, who says so and who differs, the laws that spoke, and how each list was searched',
  options: ['provider', 'prices', 'minConfidence', 'out', 'offline', 'mirror', 'json'],
  argument: { form: '<model>', help: 'provider/model such as openai/gpt-4o, or free text with --provider' },
  run: explainModel,
};

async function explainModel(options: Options, surroundings: Surroundings, text = ''): Promise<number> {
  const networks = networksOf(options, surroundings);
  const { provider, id } = keyOf(text, options, await lastValueFrom(knownSources(networks)));
  const book = await openBookFor(options, networks);
  const answer = await book.price({ provider, id });
  const key = { provider, id: answer.offer?.id ?? id, name: answer.offer?.name ?? null };
  const lists = book.lists.map((list) => explainMatch(list, key));
  surroundings.stdout.write(
    options.json
      ? `${JSON.stringify({ ...shown(answer, key), lists }, null, 2)}\n`
      : `${[renderAnswer(answer, key), ...lists.map(renderExplanation)].join('\n\n')}\n`,
  );
  return 0;
}

/** The answer for programs: what the record of the run says, and all that was said of it. */
function shown({ offer, cost, tiers, pricing, sources, witnesses }: Answer, key: { provider: string; id: string }) {
  const quotes = witnesses.map(({ witness, evidence, stated, cost: left, broken, odd, isUsable, doubt, match }) => ({
    ...{ witness, evidence, cost: stated, usable: isUsable ? left : {} },
    ...{ issues: [...(doubt ? [doubt] : []), ...broken, ...odd], match },
  }));
  return { provider: key.provider, id: key.id, isListed: offer !== null, cost, tiers, pricing, sources, quotes };
}

/** `provider/model`, or any text where --provider says whose. */
function keyOf(text: string, { provider: names }: Options, known: readonly Source[]): { provider: string; id: string } {
  if (names && names.length > 1) throw usageError('explain takes one --provider');
  if (names) return { provider: chooseSources(names, known)[0]?.id ?? '', id: text };
  const slash = text.indexOf('/');
  if (slash <= 0) throw usageError(`whose "${text}"? Write provider/model, or add --provider`);
  return { provider: chooseSources([text.slice(0, slash)], known)[0]?.id ?? '', id: text.slice(slash + 1) };
}
