import type { FoundModels, ModelsQuery } from '../../book/models/query.js';
import { queryModels } from '../../book/models/queryModels.js';
import { meantBy } from '../../book/modelQuestions.js';
import { labOf } from '../../book/models/filters.js';
import type { Offers } from '../../book/offers.js';
import { resolverFor } from '../../book/resolverFor.js';
import { lifecycle, type Lifecycle } from '../../model/model.js';
import { priceStatus, type PriceStatus } from '../../model/pricing.js';
import type { Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import { nearest } from '../nearest.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { providersOf } from '../providers.js';
import { tableFor } from '../tableFor.js';
import { formatOf, showRows, unitOf } from '../show/format.js';
import { modelsShown } from '../show/modelsShown.js';
import { tell } from '../tell.js';

/** Shows the models that fit; gives the exit code. */
export async function showModels(options: Options, surroundings: Surroundings, words = ''): Promise<number> {
  const format = formatOf(options);
  const providers = await providersOf(options, networksOf({ offline: true }, surroundings));
  const table = await tableFor(options, surroundings);
  const query = { ...queryOf(options, words), providers: providers?.map(({ id }) => id) };
  checkLabs(query, table);
  const meant = words === '' ? null : meantBy(words, resolverFor(table.offers));
  const answer = queryModels(table, query, meant);
  showRows(answer.models, format, modelsShown, surroundings);
  tell(
    surroundings.stderr,
    `${countOf(answer)}, USD per ${unitOf(format)} tokens.`,
    ...remarks(answer, table, query, meant),
  );
  return 0;
}

/** What the options ask for. */
function queryOf(options: Options, words: string): ModelsQuery {
  const { lab: labs, mode: modes, status = [], tools, thinking, sort, limit } = options;
  const lifecycles = status.filter((word): word is Lifecycle => word in lifecycle.enum);
  const statuses = status.filter((word): word is PriceStatus => word in priceStatus.enum);
  return {
    ...{ words, labs, modes, tools, reasoning: thinking, sort, limit },
    maxInputUsdPerMillion: options.maxInputPrice,
    maxOutputUsdPerMillion: options.maxOutputPrice,
    minContextTokens: options.minContext,
    ...(lifecycles.length > 0 && { lifecycles }),
    ...(statuses.length > 0 && { statuses }),
  };
}

function checkLabs({ labs = [] }: ModelsQuery, table: Offers): void {
  for (const lab of labs) {
    if (queryModels(table, { labs: [lab], lifecycles: lifecycle.options }).found > 0) continue;
    const guess = nearest(lab, [...new Set(table.offers.flatMap((offer) => labOf(offer) ?? []))]);
    throw usageError(`no lab "${lab}"${guess ? `; did you mean "${guess}"?` : ''}`);
  }
}

const countOf = ({ models, found }: FoundModels): string =>
  `${models.length < found ? `${models.length} of ` : ''}${found} ${found === 1 ? 'model' : 'models'}`;

/** What a person should know of the answer beside its rows. */
const remarks = (
  { found, leftOut }: FoundModels,
  table: Offers,
  query: ModelsQuery,
  meant: string | null,
): string[] => [
  ...leftOut.map(({ says, by }) => `Left out: ${says}${by === 'statuses' ? ': --status free' : ''}.`),
  ...(found === 0 ? whyNone(table, query, meant) : []),
];

function whyNone(table: Offers, query: ModelsQuery, meant: string | null): string[] {
  const ended = queryModels(table, { ...query, lifecycles: ['deprecated', 'retired'] }, meant).found;
  if (ended > 0) return [`${ended} deprecated or retired: add --status deprecated --status retired.`];
  const { words = '' } = query;
  if (words === '' || queryModels(table, { words, lifecycles: lifecycle.options }).found > 0) return [];
  const guess = nearest(words, [...new Set(table.offers.flatMap(({ model }) => model?.key ?? []))]);
  return guess === undefined ? [] : [`Nothing is named "${words}"; did you mean "${guess}"?`];
}
