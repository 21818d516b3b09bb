import type { Resolution } from '../identity/resolve.js';
import type { FoundModels, ModelsQuery } from './models/query.js';
import { queryModels } from './models/queryModels.js';
import type { Offers } from './offers.js';
import { offersOfModel, type OffersOfModel } from './offersOfModel.js';
import { resolverFor } from './resolverFor.js';

/** Questions about models, whoever sells them. The first one reads and settles the whole table, which takes seconds. */
export interface ModelQuestions {
  /**
   * The models that fit a query, the cheapest first unless `sort` says otherwise, and how many offers were left out because
   * nobody says. `maxInputUsdPerMillion` and `maxOutputUsdPerMillion` are USD per 1M tokens; the `cost` of an offer is USD
   * per 1K tokens, as in all records.
   */
  readonly models: (query?: ModelsQuery) => Promise<FoundModels>;
  /** Every offer of a model in any spelling, the cheapest first; or the models that the text may mean. */
  readonly offers: (model: string) => Promise<OffersOfModel>;
  /** The model that a text means in any spelling, such as "Claude 4.6 Opus"; or all that it may mean. */
  readonly resolve: (text: string) => Promise<Resolution>;
}

/** Answers from a table that is read at the first question. */
export function modelQuestions(table: () => Promise<Offers>): ModelQuestions {
  let resolver: Promise<(text: string) => Resolution> | undefined;
  const opened = () => (resolver ??= table().then(({ offers }) => resolverFor(offers)));
  return {
    models: async (query = {}) =>
      queryModels(await table(), query, meantBy(query.words, query.words ? await opened() : null)),
    offers: async (text) => offersOfModel(await table(), text, await opened()),
    resolve: async (text) => (await opened())(text),
  };
}

/** The one model that words name, if they do. */
export function meantBy(words: string | undefined, resolve: ((text: string) => Resolution) | null): string | null {
  const meant = words === undefined || words.trim() === '' || resolve === null ? null : resolve(words);
  return meant !== null && 'model' in meant ? meant.model : null;
}
