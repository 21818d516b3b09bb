import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import { inTiers } from '../parse/inTiers.js';
import { byWordsOf, type Known, type Match, matchOf } from './match.js';
import { ofPage, pagesOf } from '../parse/ofPage.js';
import type { Meter } from './meters.js';

export type Prices = Required<Pick<Draft, 'cost' | 'tiers' | 'issues'>>;

/** The prices of a model, and of each of its versions by the day. */
export interface Priced {
  readonly model: Prices;
  readonly versions: ReadonlyMap<string, Prices>;
}

type Found = Meter & Pick<Match, 'version'>;

/** The prices of each model by its id, and the words of the models that only the price list has. */
export function pricesById(
  meters: readonly Meter[],
  models: readonly Known[],
): { prices: Map<string, Priced>; unknown: string[] } {
  const byWords = byWordsOf(models);
  const found = new Map<Known, Found[]>();
  const unknown = new Set<string>();
  for (const meter of meters) {
    const match = matchOf(meter, byWords);
    if (!match) unknown.add(meter.words.join(' '));
    else found.set(match.model, [...(found.get(match.model) ?? []), { ...meter, ...match }]);
  }
  return {
    prices: new Map([...found].map(([model, own]) => [model.id, pricedOf(model, own)])),
    unknown: [...unknown],
  };
}

/** The newest version is the model; the price of another one is said to be that one's, and is its own. */
function pricedOf({ versions }: Known, meters: readonly Found[]): Priced {
  const dayOf = (version: string) => versions.find((day) => day.slice(5).replace('-', '') === version);
  const newest = [...versions].sort().at(-1);
  const ofModel = meters.map((meter): Meter => {
    const day = meter.version && (dayOf(meter.version) ?? meter.version);
    return day && day !== newest ? { ...meter, when: { ...meter.when, variant: day } } : meter;
  });
  const ofVersion = (day: string) =>
    meters.flatMap((meter): Meter[] => {
      if (meter.version === null) return [{ ...meter, rank: `0${meter.rank}` }];
      return dayOf(meter.version) === day ? [{ ...meter, rank: `1${meter.rank}` }] : [];
    });
  const [page] = meters.flatMap((meter) => pagesOf(meter));
  const marked = (prices: Prices): Prices => (page ? ofPage([prices], page)[0] : undefined) ?? prices;
  return {
    model: marked(together(ofModel)),
    versions: new Map(versions.map((day) => [day, marked(together(ofVersion(day)))])),
  };
}

interface Group {
  readonly when: Tier['when'];
  readonly best: Map<string, Meter>;
  readonly disputed: Map<string, Meter>;
}

/** The meters of one model: of two for one price the higher rank counts, and neither where they contradict each other. */
function together(meters: readonly Meter[]): Prices {
  const groups = new Map<string, Group>();
  for (const meter of meters) {
    const at = JSON.stringify(meter.when);
    const group: Group = groups.get(at) ?? { when: meter.when, best: new Map(), disputed: new Map() };
    groups.set(at, group);
    const other = group.best.get(meter.field);
    if (!other || meter.rank > other.rank) {
      group.best.set(meter.field, meter);
      group.disputed.delete(meter.field);
    } else if (meter.rank === other.rank && meter.value !== other.value) group.disputed.set(meter.field, meter);
  }
  const all = [...groups.values()].map(({ when, best, disputed }): Tier => {
    const known = [...best].filter(([field]) => !disputed.has(field));
    return { when, cost: Object.fromEntries(known.map(([field, { value }]) => [field, value])) };
  });
  return {
    ...inTiers(all),
    issues: [...groups.values()].flatMap(issuesOf),
  };
}

const issuesOf = ({ best, disputed }: Group): Issue[] =>
  [...disputed].map(([field, meter]) => ({
    code: 'unread-price',
    detail: `${field}: two meters "${meter.name}" say ${best.get(field)?.value} and ${meter.value}`,
  }));
