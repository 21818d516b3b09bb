import { groupBy } from '../../src/identity/groupBy.js';
import { identify } from '../../src/identity/identify.js';
import type { Offer } from '../../src/identity/offer.js';
import { bCubedOf, sharesOf, type BCubed } from './bCubed.js';
import { hasFacets, wrongFacets } from './facetScores.js';
import type { Label, Scored } from './label.js';
import { pairsOf, type Pairs } from './pairs.js';
import { joinedLookAlikes, judgeOf } from './records.js';
import { share, tally } from './tally.js';

/** Right ones of how many. */
export interface Count {
  readonly right: number;
  readonly given: number;
}

export interface Evaluation {
  readonly models: number;
  readonly pairs: Pairs;
  readonly all: BCubed;
  /** Models with two or more offers: those that can be missed. */
  readonly shared: BCubed;
  readonly records: Count;
  readonly none: Count;
  readonly lookAlikes: { readonly n: number; readonly joined: number };
  readonly facets: Count;
  /** Of those that have any. */
  readonly withFacets: Count;
  readonly kinds: ReadonlyMap<string, { readonly records: Count; readonly facets: Count }>;
  readonly errors: readonly string[];
}

/** Below these, something broke. */
export const BARS = { precision: 0.997, recall: 0.97, sharedRecall: 0.96, facets: 0.97 } as const;

const count = (some: readonly Scored[], isRight: (one: Scored) => boolean): Count => ({
  right: some.filter(isRight).length,
  given: some.length,
});
const isExact = (one: Scored): boolean => wrongFacets(one).length === 0;

/** Answers the labels, as offers of a table with other offers, and scores the answers; doubtful labels don't count. */
export function evaluate(labels: readonly Label[], others: readonly Offer[] = []): Evaluation {
  const answers = identify([...labels, ...others]);
  return score(
    labels.flatMap((label, at): Scored[] => {
      const answer = answers[at];
      if (answer === undefined || (label.doubtful ?? false) !== false) return [];
      return [{ label, gold: label.model, given: 'key' in answer ? answer.key : null, facets: answer.facets }];
    }),
  );
}

function score(scored: readonly Scored[]): Evaluation {
  const isRight = judgeOf(scored);
  const named = scored.filter(({ gold }) => gold !== null);
  const shares = sharesOf(scored);
  const golds = tally(shares.map(({ gold }) => gold));
  const { n, joined } = joinedLookAlikes(scored);
  const wrong = scored.filter((one) => !isRight(one) || (one.gold !== null && !isExact(one)));
  return {
    models: golds.size,
    pairs: pairsOf(scored),
    all: bCubedOf(shares),
    shared: bCubedOf(shares.filter(({ gold }) => (golds.get(gold) ?? 0) > 1)),
    records: count(scored, isRight),
    none: count(
      scored.filter(({ gold }) => gold === null),
      isRight,
    ),
    lookAlikes: { n, joined: joined.length },
    facets: count(named, isExact),
    withFacets: count(named.filter(hasFacets), isExact),
    kinds: new Map(
      [...groupBy(scored, ({ label }) => label.kind)].map(([kind, some]) => [
        kind,
        {
          records: count(some, isRight),
          facets: count(
            some.filter(({ gold }) => gold !== null),
            isExact,
          ),
        },
      ]),
    ),
    errors: wrong.map((one) => {
      const { label, gold, given } = one;
      return `${label.kind}: ${label.provider} ${label.id}: ${gold ?? 'none'} -> ${given ?? 'none'} ${wrongFacets(one).join(', ')}`;
    }),
  };
}

/** The bars, and whether they hold. */
export function bars({
  pairs,
  all,
  shared,
  lookAlikes,
  facets,
}: Evaluation): { readonly says: string; readonly holds: boolean }[] {
  return [
    { says: `identity: B-cubed precision >= ${BARS.precision}`, holds: all.precision >= BARS.precision },
    { says: `identity: B-cubed recall >= ${BARS.recall}`, holds: all.recall >= BARS.recall },
    {
      says: `identity: B-cubed recall of shared models >= ${BARS.sharedRecall}`,
      holds: shared.recall >= BARS.sharedRecall,
    },
    { says: 'identity: no two models joined', holds: pairs.models === 0 },
    { says: 'identity: no look-alike joined', holds: lookAlikes.joined === 0 },
    { says: `identity: facets exact >= ${BARS.facets}`, holds: share(facets.right, facets.given) >= BARS.facets },
  ];
}
