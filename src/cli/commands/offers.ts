import { offersOfModel } from '../../book/offersOfModel.js';
import type { Command, Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import { nearest } from '../nearest.js';
import type { Options } from '../options.js';
import { settledOffers } from '../settledOffers.js';
import { modelRow, modelTable } from '../show/modelTable.js';
import { tell, tellJson } from '../tell.js';

export const offers: Command = {
  name: 'offers',
  summary: 'every offer of one model, in any spelling, the cheapest first',
  options: ['provider', 'out', 'offline', 'json'],
  argument: { form: '<model>', help: 'a model such as "llama 3.3 70b" or meta/llama-3.3-70b-instruct' },
  run: showOffers,
};

/** Candidates that a person reads in one line. */
const mostCandidates = 12;

async function showOffers(options: Options, surroundings: Surroundings, text = ''): Promise<number> {
  const { stdout, stderr } = surroundings;
  const models = await settledOffers(options, surroundings);
  const found = offersOfModel(models, text);
  if ('candidates' in found) throw usageError(ambiguous(text, found.candidates, models));
  if (options.json) tellJson(stdout, { model: found.model, offers: found.offers.map(modelRow) });
  else {
    tell(stdout, ...modelTable(found.offers, stdout.columns));
    const providers = new Set(found.offers.map(({ offer }) => offer.provider)).size;
    tell(stderr, `${found.offers.length} offers of ${found.model} at ${providers} providers, USD per 1M tokens.`);
  }
  return 0;
}

function ambiguous(text: string, candidates: readonly string[], models: readonly { readonly id: string }[]): string {
  if (candidates.length > 0) {
    const more = candidates.length - mostCandidates;
    const listed = candidates.slice(0, mostCandidates).join(', ');
    return `"${text}" may be ${listed}${more > 0 ? ` and ${more} more` : ''}: write one of them`;
  }
  const guess = nearest(
    text,
    models.map(({ id }) => id),
  );
  return `no model "${text}"${guess ? `; did you mean "${guess}"?` : ''}`;
}
