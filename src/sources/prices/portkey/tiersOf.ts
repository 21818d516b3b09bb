import type { Tier } from '../../../model/cost.js';
import type { Mode } from '../../../model/model.js';
import type { PriceRow } from '../../../model/price.js';
import { costOf } from './costOf.js';
import { madeOf } from './madeOf.js';
import type { Rates, Row } from './row.js';

type Cost = PriceRow['cost'];
type Tiers = NonNullable<PriceRow['tiers']>;
type Offer = Row['offers'][number];

/** All prices of a row under a condition. */
export const tiersOf = ({ rates, batch, offers }: Row, base: Cost, mode: Mode | null): Tiers => {
  const isNamed = isAnother(offers, base, mode);
  return [
    ...madeOf(rates).tiers,
    ...tiersAt({ serviceTier: 'batch' }, batch, mode),
    ...offers.flatMap((offer) => tiersAt(whenOf(offer, isNamed), offer.rates, mode)),
  ];
};

const tiersAt = (when: Tier['when'], rates: Rates, mode: Mode | null): Tiers => [
  { when, cost: costOf(rates, mode) },
  ...madeOf(rates).tiers.map((tier) => ({ ...tier, when: { ...when, ...tier.when } })),
];

/** The region `default` is the base's own, unless it costs another price: then the base is that of a global endpoint. */
function isAnother(offers: readonly Offer[], base: Cost, mode: Mode | null): boolean {
  const standard = offers.find(
    ({ region, serviceTier, contextAbove }) => region === 'default' && !serviceTier && !contextAbove,
  );
  const { input, output } = standard ? costOf(standard.rates, mode) : {};
  return differ(input, base.input) || differ(output, base.output);
}

const differ = (one: number | undefined, other: number | undefined): boolean =>
  Boolean(one) && Boolean(other) && one !== other;

const whenOf = (
  { region, serviceTier, contextAbove, contextUpTo, variant }: Offer,
  isNamed: boolean,
): Tier['when'] => ({
  ...(region && (region !== 'default' || isNamed) && { region }),
  ...(serviceTier && { serviceTier }),
  ...(contextAbove && { contextAbove }),
  ...(contextUpTo && { contextUpTo }),
  ...(variant && { variant }),
});
