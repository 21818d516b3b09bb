import type { Cost, Tier } from '../../model/model.js';
import type { Meter } from './meters.js';

/** A model that meters may be about. */
export interface Known {
  readonly id: string;
  /** Days of its versions. */
  readonly versions: readonly string[];
}

interface Prices {
  readonly cost: Partial<Cost>;
  readonly tiers: readonly Tier[];
}

const wordsOf = (id: string): string[] =>
  id
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);

const key = (words: readonly string[]): string => [...words].sort().join(' ');

/** The month and day of a version: "0806" of `2024-08-06`. */
const isMonthAndDay = (word: string): boolean => /^(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(word);

/**
 * The prices of each model by its id, and the names of the models that only the price list has. A meter is a model's where
 * its words, with those that its product implies, are all the words of the id and no other.
 */
export function pricesById(
  meters: readonly Meter[],
  models: readonly Known[],
): { prices: Map<string, Prices>; unknown: string[] } {
  const byWords = new Map(models.map((model) => [key(wordsOf(model.id)), model]));
  const found = new Map<string, Meter[]>();
  const unknown = new Set<string>();
  for (const meter of meters) {
    const match = matchOf(meter, byWords);
    if (!match) unknown.add(meter.words.join(' '));
    else found.set(match.id, [...(found.get(match.id) ?? []), { ...meter, when: { ...meter.when, ...match.when } }]);
  }
  return {
    prices: new Map([...found].map(([id, own]) => [id, together(own)])),
    unknown: [...unknown],
  };
}

function matchOf(meter: Meter, byWords: ReadonlyMap<string, Known>): { id: string; when: Tier['when'] } | undefined {
  const whole = lookUp(meter.words, meter.maker, byWords);
  if (whole) return { id: whole.id, when: {} };
  const version = meter.words.find(isMonthAndDay);
  const model =
    version &&
    lookUp(
      meter.words.filter((word) => word !== version),
      meter.maker,
      byWords,
    );
  if (!model) return undefined;
  // The newest version is the model; the price of another one is said to be that one's.
  const newest = [...model.versions].sort().at(-1);
  const own = model.versions.find((day) => day.slice(5).replace('-', '') === version);
  return { id: model.id, when: own !== undefined && own === newest ? {} : { variant: own ?? version } };
}

function lookUp(
  words: readonly string[],
  maker: readonly string[],
  byWords: ReadonlyMap<string, Known>,
): Known | undefined {
  const implied = maker.flatMap((word) => (word.startsWith('gpt') || word === 'openai' ? ['gpt'] : [word]));
  const ways = [words, ...[...new Set(implied)].map((word) => [...words, word])];
  return ways.map((way) => byWords.get(key(way))).find(Boolean);
}

/** The meters of one model: of two for one price the higher rank counts, and neither where they contradict each other. */
function together(meters: readonly Meter[]): Prices {
  const groups = new Map<string, { when: Tier['when']; best: Map<string, Meter | null> }>();
  for (const meter of meters) {
    const at = JSON.stringify(meter.when);
    const group = groups.get(at) ?? { when: meter.when, best: new Map<string, Meter | null>() };
    groups.set(at, group);
    const other = group.best.get(meter.field);
    if (!other || meter.rank > other.rank) group.best.set(meter.field, meter);
    else if (meter.rank === other.rank && meter.value !== other.value)
      group.best.set(meter.field, { ...other, value: NaN });
  }
  const all = [...groups.values()].map(({ when, best }) => ({
    when,
    cost: Object.fromEntries(
      [...best].flatMap(([field, meter]) => (meter && !Number.isNaN(meter.value) ? [[field, meter.value]] : [])),
    ),
  }));
  const isBase = (tier: Tier) => Object.keys(tier.when).length === 0;
  return {
    cost: all.find(isBase)?.cost ?? {},
    tiers: all.filter((tier) => !isBase(tier) && Object.keys(tier.cost).length > 0),
  };
}
