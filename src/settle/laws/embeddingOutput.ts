import type { Law } from '../law.js';
import { everywhere, isPaid, shown } from '../prices.js';

/** Embeddings and rerankers write nothing that could be paid by the token. */
export const embeddingOutput: Law = {
  name: 'output-of-nothing',
  reason: 'an embedding or a reranker gives back numbers: it has no price of output tokens',
  counterExample: 'bge-m3 at 0.01 USD in and 0.01 USD out',
  weight: 'hard',
  breaches: (statement) =>
    statement.offer.mode === 'embedding' || statement.offer.mode === 'rerank'
      ? everywhere(statement, ({ output }) =>
          isPaid(output) ? [{ field: 'output', detail: `${shown('output', output)} for what it does not write` }] : [],
        )
      : [],
};
