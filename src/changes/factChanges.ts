import type { Change, ChangeEvidence } from '../model/change.js';
import type { Fact, Facts } from './facts.js';
import { percentOf } from './percentOf.js';

/** What one side says of an offer, and where each fact stands, also one that it does not say. */
export interface Known {
  readonly facts: Facts;
  readonly evidence: (fact: Fact) => ChangeEvidence | null;
}

/** The facts in which two sides differ. */
export function factChanges(offer: Pick<Change, 'provider' | 'id'>, before: Known, after: Known): Change[] {
  const keys = [...new Set([...before.facts.keys(), ...after.facts.keys()])];
  return keys.flatMap((key): Change[] => {
    const fact = after.facts.get(key) ?? before.facts.get(key);
    const was = before.facts.get(key)?.value ?? null;
    const is = after.facts.get(key)?.value ?? null;
    if (!fact || JSON.stringify(was) === JSON.stringify(is)) return [];
    const { kind, field, when } = fact;
    return [
      {
        ...{ kind, ...offer, field, ...(when && { when }), before: was, after: is },
        ...(kind === 'price' && { percent: percentOf(was, is) }),
        evidence: { before: before.evidence(fact), after: after.evidence(fact) },
      },
    ];
  });
}
