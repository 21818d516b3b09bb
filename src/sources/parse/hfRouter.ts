import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { anySays } from './anySays.js';
import { amount, count, flag, id, part, text, texts } from './fields.js';
import { jsonList } from './json.js';
import { attachable, modalitiesOf, modeOf } from './modalities.js';
import { perMillion, stated } from './money.js';
import { shapeError } from './shapeError.js';

/** The Hugging Face router's list: models by hub id, each with the inference providers that serve it. No key. */
export const hfRouter: Request = { url: 'https://router.huggingface.co/v1/models', recordedBy: 'huggingface' };

const server = part({
  provider: text,
  status: text,
  context_length: count,
  pricing: part({ input: amount, output: amount }),
  is_free: flag,
  supports_tools: flag,
  supports_structured_output: flag,
});
type Server = z.infer<typeof server>;

/** A row of the list; `providers` is null where the row has no list of them. */
export const routerRow = z.looseObject({
  id,
  owned_by: text,
  architecture: part({ input_modalities: texts, output_modalities: texts }),
  providers: z
    .unknown()
    .optional()
    .transform((value): unknown[] | null => (Array.isArray(value) ? value : null))
    .pipe(z.array(server).nullable()),
});
export type RouterRow = z.infer<typeof routerRow>;

/** The rows that `provider` serves, with its own entries only; all rows where none is named. Throws a shape error for none. */
export function routerRows(page: Page, provider?: string): unknown[] {
  const rows = jsonList(page, 'data');
  if (provider === undefined) return rows;
  const served = rows.flatMap((row) => {
    const { providers } = (row ?? {}) as { providers?: unknown };
    const own = Array.isArray(providers) ? providers.filter((entry) => nameOf(entry) === provider.toLowerCase()) : [];
    return own.length > 0 ? [{ ...(row as object), providers: own }] : [];
  });
  if (served.length === 0) throw shapeError(`the router lists nothing of ${provider}`);
  return served;
}

const nameOf = (entry: unknown): string | undefined => {
  const name = (entry as { provider?: unknown } | null)?.provider;
  return typeof name === 'string' ? name.trim().toLowerCase() : undefined;
};

/**
 * What the providers of a row that are live say together; undefined where none is.
 *
 * The largest context counts, and a capability that any of them has. A price is the model's own only where all of
 * them agree; else it depends on who serves the call, and each one's price is a tier of its name.
 */
export function routerDraft(model: RouterRow): Draft | undefined {
  const live = model.providers?.filter(({ status }) => status?.toLowerCase() === 'live') ?? null;
  if (live?.length === 0) return undefined;
  const input = modalitiesOf(model.architecture.input_modalities);
  const output = modalitiesOf(model.architecture.output_modalities);
  const servers = live ?? [];
  return {
    id: model.id,
    ownedBy: model.owned_by ?? model.id.split('/')[0],
    mode: modeOf(input, output),
    modalities: { input, output },
    limit: { context: Math.max(0, ...servers.map((entry) => entry.context_length ?? 0)) },
    capabilities: {
      toolCall: anySays(servers.map((entry) => entry.supports_tools)),
      structuredOutput: anySays(servers.map((entry) => entry.supports_structured_output)),
      attachment: attachable(input),
    },
    openWeights: true,
    ...priceOf(servers),
  };
}

function priceOf(servers: readonly Server[]): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  const priced = servers.map((entry) => ({ entry, cost: costOf(entry) })).filter(({ cost }) => hasPrice(cost));
  const [first] = priced;
  const allFree = servers.length > 0 && servers.every((entry) => entry.is_free);
  if (!first) return allFree ? { priceStatus: 'free' } : {};
  const agreed = priced.every(({ cost }) => cost.input === first.cost.input && cost.output === first.cost.output);
  if (agreed) {
    const free = allFree && !first.cost.input && !first.cost.output;
    return { cost: first.cost, ...(free && { priceStatus: 'free' }) };
  }
  return {
    priceStatus: 'variable',
    tiers: priced.map(({ entry, cost }) => ({ when: { variant: entry.provider ?? 'unnamed' }, cost })),
  };
}

/** An input of 0 is a price only where the entry says that it is free; an output of 0 beside an input price is how embeddings are written. */
function costOf({ pricing, is_free: free }: Server): { input?: number; output?: number } {
  const cost = stated({ input: perMillion(pricing.input), output: perMillion(pricing.output) });
  return cost.input === 0 && !free ? {} : cost;
}

const hasPrice = (cost: object): boolean => Object.keys(cost).length > 0;
