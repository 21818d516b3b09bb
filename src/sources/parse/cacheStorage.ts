import type { Draft } from '../../model/draft.js';

const isGoogle = (id: string): boolean => /gemini|(^|[~/])google\//i.test(id);

/**
 * The draft without a cache write of a Google model that costs less than its input: gateways put Google's price of some
 * minutes of storage there, and to write to a cache never costs less than to read the prompt.
 */
export function withoutStorage(draft: Draft): Draft {
  const { cacheWrite, input } = draft.cost ?? {};
  if (!isGoogle(draft.id) || !cacheWrite || !input || cacheWrite >= input) return draft;
  const tiers = draft.tiers?.map(({ when, cost: { cacheWrite: storage, ...cost } }) => {
    const isWrite = typeof storage === 'number' && storage >= (cost.input ?? input);
    return { when, cost: isWrite ? { ...cost, cacheWrite: storage } : cost };
  });
  return {
    ...draft,
    cost: { ...draft.cost, cacheWrite: null },
    ...(tiers && { tiers }),
    issues: [
      ...(draft.issues ?? []),
      { code: 'cache-storage', detail: `cacheWrite: ${cacheWrite} USD per 1K is a price of storage, not of writing` },
    ],
  };
}
