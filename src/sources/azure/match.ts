import type { CostField } from '../../model/cost.js';
import type { Meter } from './meters.js';

/** A model that meters may be about. */
export interface Known {
  readonly id: string;
  /** Days of its versions. */
  readonly versions: readonly string[];
}

/** The model that a meter is about, the version where its name tells one, and the field as that model has it. */
export interface Match {
  readonly model: Known;
  readonly version: string | null;
  readonly field: CostField;
}

const wordsOf = (id: string): string[] =>
  id
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);

const key = (words: readonly string[]): string => [...words].sort().join(' ');

/** The month and day of a version: "0806" of `2024-08-06`. */
const isMonthAndDay = (word: string): boolean => /^(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(word);

export type ByWords = ReadonlyMap<string, Known>;

export const byWordsOf = (models: readonly Known[]): ByWords =>
  new Map(models.map((model) => [key(wordsOf(model.id)), model]));

/**
 * A meter is a model's where its words, with those that its product implies, are all the words of the id and no other; a
 * month and a day are those of its version, and a word for what goes in or out that is not the model's tells the field.
 */
export function matchOf({ words, maker, field }: Meter, byWords: ByWords): Match | undefined {
  const version = words.find(isMonthAndDay);
  const ways = [words, ...(version ? [without(words, version)] : [])];
  for (const [i, way] of ways.entries()) {
    const said = i === 0 ? null : (version ?? null);
    const model = lookUp(way, maker, byWords);
    if (model) return { model, version: said, field };
    for (const kind of ['audio', 'image', 'text'] as const) {
      const other = way.includes(kind) ? lookUp(without(way, kind), maker, byWords) : undefined;
      const own = fieldOf(field, kind);
      if (other && own) return { model: other, version: said, field: own };
    }
  }
  return undefined;
}

const without = (words: readonly string[], word: string): string[] => {
  const at = words.lastIndexOf(word);
  return words.filter((_, i) => i !== at);
};

/** What is cached of sounds and images has no field. */
function fieldOf(field: CostField, kind: 'audio' | 'image' | 'text'): CostField | undefined {
  if (kind === 'text') return field;
  if (field !== 'input' && field !== 'output') return undefined;
  return kind === 'audio' ? `${field}Audio` : `${field}Image`;
}

function lookUp(words: readonly string[], maker: readonly string[], byWords: ByWords): Known | undefined {
  const implied = maker.flatMap((word) => (word.startsWith('gpt') || word === 'openai' ? ['gpt'] : [word]));
  const ways = [words, ...[...new Set(implied)].map((word) => [...words, word])];
  return ways.map((way) => byWords.get(key(way))).find(Boolean);
}
