import type { KnownModel, Registry } from '../model/registry.js';
import { Recent } from '../match/recent.js';
import { groupBy } from './groupBy.js';
import { namedOf, wordsOf } from './named.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import { rememberFor } from './rememberFor.js';
import { labNames } from './steps/labNames.js';

/** Known models by the words that their offers go by, each read when it is first asked for. */
export interface Blocks {
  readonly byWords: ReadonlyMap<string, readonly KnownModel[]>;
  /** The block of all models that go by one of these words, of which there is at least one each. */
  readonly of: (words: readonly string[]) => Block;
}

/** The known offers that a new one has to be settled beside: those that go by the same words. */
export interface Block {
  readonly readings: readonly Reading[];
  readonly models: ReadonlyMap<Reading, KnownModel>;
}

export function blocksIn({ models }: Registry): Blocks {
  const pairs = models.flatMap((model) => model.words.map((words) => ({ words, model })));
  const byWords = new Map(
    [...groupBy(pairs, ({ words }) => words)].map(([words, some]) => [words, some.map(({ model }) => model)]),
  );
  const readingsOf = rememberFor((model: KnownModel) =>
    model.offers.map(read).filter((one): one is Reading => !('why' in one)),
  );
  const blocks = new Recent<Block>(mostBlocks);
  const made = (words: readonly string[]): Block => {
    const found = new Set(words.flatMap((one) => byWords.get(one) ?? []));
    const models = new Map([...found].flatMap((model) => readingsOf(model).map((one) => [one, model] as const)));
    return { readings: [...models.keys()], models };
  };
  return { byWords, of: (words) => blocks.getOrMake(JSON.stringify(words), () => made(words)) };
}

/** Offers that nobody lists come in families. */
const mostBlocks = 256;

/** Whatever step of settling compares offers compares them by their words; what the lab calls otherwise comes along. */
export function blockOf(reading: Reading, { byWords, of }: Blocks): Block {
  const bare = wordsOf(namedOf(reading, reading.lab ?? '')).join(' ');
  const alike = byWords.get(bare) ?? [];
  const labs = new Set([reading.lab, reading.familyLab, ...alike.map(({ lab }) => lab)].filter((lab) => lab !== null));
  const words = new Set([bare, ...[...labs].map((lab) => wordsOf(labNames(namedOf(reading, lab))).join(' '))]);
  return of([...words].filter((one) => byWords.has(one)));
}
