import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { listEndpoint } from '../listEndpoint.js';
import { amount, count, flag, id, part, text, texts } from '../parse/fields.js';
import { priceOf, tokenPrices } from './tokenPrices.js';

const row = z.looseObject({
  id,
  name: text,
  vendor: text,
  preview: flag,
  supported_reasoning_efforts: texts,
  billing: part({ multiplier: amount, token_prices: tokenPrices.nullable().catch(null).optional() }),
  capabilities: part({
    type: text,
    limits: part({ max_context_window_tokens: count, max_output_tokens: count }),
    supports: part({ tool_calls: flag, streaming: flag, vision: flag, structured_outputs: flag }),
  }),
});

type Row = z.infer<typeof row>;

/** The list of an account: ids, limits and, since usage is billed by the token, prices. */
export const api = listEndpoint('api', {
  list: {
    url: 'https://api.githubcopilot.com/models',
    headers: { 'Copilot-Integration-Id': 'vscode-chat', 'Editor-Version': 'vscode/1.99' },
    // A Copilot token is made from an OAuth token; a personal GITHUB_TOKEN is refused.
    key: { env: ['GH_COPILOT_TOKEN'] },
  },
  row,
  normalize,
});

/** Internal ids, dated aliases and embeddings are in the list, but not on offer. */
const isInternal = /^accounts\/|^oswe-|^text-embedding-|-\d{4}-\d{2}-\d{2}$|-\d{4}(-preview)?$/;

function normalize(model: Row): Draft | undefined {
  const { type, limits, supports } = model.capabilities;
  if (type === 'embeddings' || isInternal.test(model.id)) return undefined;
  return {
    id: model.id,
    name: model.name,
    ownedBy: model.vendor,
    mode: type === 'chat' || type === 'completion' ? type : null,
    modalities: {
      ...(supports.vision !== null && { input: supports.vision ? ['text', 'image'] : ['text'] }),
      ...(type && { output: ['text'] }),
    },
    limit: { context: limits.max_context_window_tokens, output: limits.max_output_tokens },
    capabilities: {
      toolCall: supports.tool_calls,
      reasoning: model.supported_reasoning_efforts?.length ? true : null,
      structuredOutput: supports.structured_outputs,
      attachment: supports.vision,
      streaming: supports.streaming,
    },
    status: model.preview === null ? null : model.preview ? 'preview' : 'active',
    ...priceOf(model.billing),
  };
}
