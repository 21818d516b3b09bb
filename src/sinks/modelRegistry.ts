import { type IdentifiedOffer, modelsOf } from '../identity/modelsOf.js';
import { partsOfKey } from '../identity/partsOfKey.js';
import { readOffersBeside } from '../store/enriched.js';
import { modelsPath } from '../store/paths.js';
import { leavesFiles, type Sink, vouched } from './sink.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/** `models.json`: which models the offers of the table are, those of providers that the run did not read among them. */
export const modelRegistry: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan) || !plan.datasets.includes('enriched')) return undefined;
    const read = new Map<string, IdentifiedOffer[]>();
    return {
      write: (events) => {
        for (const event of events) {
          if (event.type !== 'model') continue;
          const { provider, id, model } = event.enriched;
          const known = read.get(provider) ?? [];
          known.push({ provider, id, model });
          // Read while other sources are waited for.
          if (model?.key) partsOfKey(model.key);
          read.set(provider, known);
        }
        return Promise.resolve();
      },
      commit: async ({ summary }) => {
        // What a provider's file holds counts where the run could not write another.
        for (const [provider, { status }] of Object.entries(summary.providers))
          if (status === 'failed') read.delete(provider);
        const ends = summary.completed.filter(({ kind }) => kind === 'provider');
        const [same] = vouched(plan, modelsPath);
        if (same && read.size === 0 && ends.length > 0 && ends.every(({ repeated }) => repeated)) return [same];
        const offers = [...[...read.values()].flat(), ...(await readOffersBeside(plan.out, new Set(read.keys())))];
        return [
          await writeAtomically(plan.out, modelsPath, prettyJson({ schemaVersion: 2, models: modelsOf(offers) })),
        ];
      },
      abort: () => Promise.resolve([]),
    };
  },
};
