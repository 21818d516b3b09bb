import type { Model } from '../../src/model/model.js';
import type { RunPlan } from '../../src/sinks/sink.js';
import { history } from '../../src/sinks/history.js';
import { completed, modelRead, started } from '../builders.js';
import { anOffer, day, pageOn } from '../history/builders.js';
import { anEnd, aPlan, aProviderRun, aSummary, opened } from './plan.js';

/** What providers list on a day of November 2026, read then. */
export interface Day {
  readonly on: number;
  readonly providers: Readonly<Record<string, Readonly<Record<string, number | Partial<Model>>>>>;
  readonly plan?: Partial<RunPlan>;
  readonly failed?: readonly string[];
  /** The page of all of them has the bytes of that day. */
  readonly bytesOf?: number;
}

/** Runs the sink over a day. */
export async function runDay(dir: string, { on, providers, plan, failed = [], bytesOf = on }: Day): Promise<void> {
  const page = pageOn(on, `bytes ${bytesOf}`);
  const head = { sources: { api: page }, ...page, readAt: page.fetchedAt };
  const sink = opened(history, aPlan(dir, { startedAt: new Date(day(on)), ...plan }));
  for (const [provider, offers] of Object.entries(providers)) {
    const models = Object.entries(offers).map(([id, said]) => {
      const model = {
        ...anOffer(typeof said === 'number' ? said : 0.001),
        ...(typeof said === 'object' && said),
        id,
        provider,
      };
      return { ...modelRead(model, model), source: provider, sources: { api: page } };
    });
    await sink.write([started(provider), ...models, completed(head, { source: provider })]);
  }
  const runs = Object.fromEntries(failed.map((id) => [id, aProviderRun({ status: 'failed' })]));
  await sink.commit(anEnd({ summary: aSummary({ providers: runs }) }));
}
