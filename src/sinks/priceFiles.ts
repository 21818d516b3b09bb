import type { PriceFile } from '../model/priceFile.js';
import { pricePath } from '../store/paths.js';
import { leavesFiles, type Sink, vouched } from './sink.js';
import { sourceFiles } from './sourceFiles.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/** `prices/<id>.json`: a price list as the run goes by it. The file of a stale one is left as it is: it is what stands in. */
export const priceFiles: Sink = {
  open: (plan) =>
    leavesFiles(plan)
      ? sourceFiles(
          (event) => (event.type === 'price' ? event.price : undefined),
          async function* (rows, { kind, source, head, repeated }) {
            if (kind !== 'prices' || head.status === 'stale') return;
            if (repeated) {
              yield* vouched(plan, pricePath(source));
              return;
            }
            const { endpoint, sources } = head;
            const file: PriceFile = { schemaVersion: 2, source, endpoint, sources, rows: [...rows] };
            yield await writeAtomically(plan.out, pricePath(source), prettyJson(file));
          },
        )
      : undefined,
};
