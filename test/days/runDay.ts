import { join } from 'node:path';
import { map } from 'rxjs';
import { vi } from 'vitest';
import type { Run } from '../../src/model/run.js';
import { type Network, openNetwork } from '../../src/read/network.js';
import { run, type RunOptions } from '../../src/run.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { sources } from '../../src/sources/index.js';

/** The days of which there are bodies, the older one first. */
export const days = ['2026-08-01', '2026-08-22'] as const;
export type RecordedDay = (typeof days)[number];

/** The providers that both days have, by id. */
export const dayProviders = ['anthropic', 'cerebras', 'deepseek', 'openrouter', 'zai', 'zenmux'] as const;

/** When the run of a day starts: an hour after its pages were fetched. */
export const startOf = (day: RecordedDay): string => `${day}T07:00:00.000Z`;

/** The pages of a day as a network that is live, so many seconds later; whatever has no recording there fails. */
export function dayNetwork(day: RecordedDay, laterS = 0): Network {
  const recorded = openNetwork({ mode: 'recording', env: {}, recordingsDir: join(import.meta.dirname, day) });
  return {
    ...recorded,
    fetch: (request, source) =>
      recorded.fetch(request, source).pipe(
        map((page) => {
          const fetchedAt = new Date(Date.parse(page.fetchedAt) + laterS * 1000).toISOString();
          return { ...page, fetchedAt, via: 'live' as const };
        }),
      ),
  };
}

/** Runs a day into a folder, as if it were that day, or so many seconds later: its pages are the network's, no recording stands in. */
export async function runDay(day: RecordedDay, out: string, more: Partial<RunOptions> = {}, laterS = 0): Promise<Run> {
  const network = dayNetwork(day, laterS);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(startOf(day)) + laterS * 1000 });
  try {
    return await run({
      networks: { network, recordings: undefined, embedded: network, isOffline: false },
      sources: sources.filter(({ id }) => dayProviders.some((known) => known === id)),
      lists: priceLists.filter(({ id }) => id === 'litellm'),
      out,
      ...more,
    });
  } finally {
    vi.useRealTimers();
  }
}
