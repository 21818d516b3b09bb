import { offersOfModel } from '../../book/offersOfModel.js';
import type { Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import { nearest } from '../nearest.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { providersOf } from '../providers.js';
import { tableFor } from '../tableFor.js';
import { formatOf, showRows, unitOf } from '../show/format.js';
import { marksOf } from '../show/marks.js';
import { offersShown } from '../show/offersShown.js';
import { priceBar } from '../show/priceBar.js';
import { tell } from '../tell.js';

/** Candidates that a person reads in one line. */
const mostCandidates = 12;

/** Shows who sells a model; gives the exit code. */
export async function showOffers(options: Options, surroundings: Surroundings, text = ''): Promise<number> {
  const { stdout, stderr, env } = surroundings;
  const format = formatOf(options);
  const wanted = await providersOf(options, networksOf({ offline: true }, surroundings));
  const table = await tableFor(options, surroundings);
  const found = offersOfModel(table, text);
  if ('candidates' in found) throw usageError(ambiguous(text, found.candidates, table.offers));
  const shown = found.offers.filter(({ offer }) => !wanted || wanted.some(({ id }) => id === offer.provider));
  // Pictures are for who looks at them: what goes into a file or another program stays as it is.
  const pictures = stdout.isTTY && format === 'table' ? priceBar(shown, marksOf(env), stdout.columns) : [];
  showRows(shown, format, offersShown(found.model, pictures), surroundings);
  const providers = new Set(shown.map(({ offer }) => offer.provider)).size;
  tell(
    stderr,
    `${counted(shown.length, 'offer')} of ${found.model} at ${counted(providers, 'provider')}, USD per ${unitOf(format)} tokens.`,
  );
  return 0;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

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
