import { isAgreed } from './agreement.js';
import type { Witness } from './testify.js';
import { trustIn, type Trusts } from './trust.js';

/** The witness whose price is taken, with how many families stand behind it and against it. */
export interface Choice {
  readonly chosen: Witness;
  readonly agreeing: number;
  readonly differing: number;
}

interface Party {
  readonly members: readonly Witness[];
  readonly families: number;
  /** Of its most trusted member. */
  readonly trust: number;
}

/** So much surer must one of two parties of equal size be than the other. */
const clearly = 4;

/**
 * Of witnesses for an offer whose provider is silent: the most trusted one of the largest party that agrees. Two parties of
 * equal size are a dispute, unless one is by far the surer.
 * @returns null where they dispute, or nobody speaks
 */
export function choose(witnesses: readonly Witness[], trusts?: Trusts): Choice | null {
  const parties = partiesOf(
    witnesses.filter(({ isUsable }) => isUsable),
    trusts,
  );
  const [first, second] = parties;
  const chosen = first?.members[0];
  if (!first || !chosen) return null;
  const odds = (trust: number): number => trust / (1 - trust);
  if (second && second.families >= first.families && odds(first.trust) < odds(second.trust) * clearly) return null;
  const differing = parties.slice(1).reduce((sum, { families }) => sum + families, 0);
  return { chosen, agreeing: first.families, differing };
}

/** The witnesses by what they say, the largest party first, then the most trusted; of equals the order of their names decides. */
function partiesOf(witnesses: readonly Witness[], trusts?: Trusts): Party[] {
  const trust = ({ witness }: Witness) => trustIn(witness, trusts);
  const sorted = witnesses.toSorted((a, b) => trust(b) - trust(a) || (a.witness < b.witness ? -1 : 1));
  const groups: Witness[][] = [];
  for (const witness of sorted) {
    const group = groups.find(([head]) => head && isAgreed(head.cost, witness.cost));
    if (group) group.push(witness);
    else groups.push([witness]);
  }
  return groups
    .map((members) => ({
      members,
      families: new Set(members.map(({ family }) => family)).size,
      trust: members[0] ? trust(members[0]) : 0,
    }))
    .sort((a, b) => b.families - a.families || b.trust - a.trust);
}
