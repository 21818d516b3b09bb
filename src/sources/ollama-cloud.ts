import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality, Mode } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companions } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { count, id, part, text, texts } from './parse/fields.js';
import { jsonList, jsonObject } from './parse/json.js';
import { rowId } from './parse/rowId.js';

const details = {
  capabilities: texts,
  details: part({ family: text, quantization_level: text }),
  model_info: part({}),
};

/** A model of the list with its details, where they came. */
const row = z.looseObject({ name: id, show: part(details) });
type Row = z.infer<typeof row>;

const listed = z.looseObject({ id });

/**
 * Ollama Cloud: GET /api/tags (names) and POST /api/show for each model (context, capabilities), no key; no prices:
 * all is part of a subscription. `modified_at` is the day on which a model came to the cloud, not of its release. Evidence: excerpts of the list of April 2026 and of one model of June 2026, lists of
 * names of August 2026.
 */
export const ollamaCloud = defineSource({
  id: 'ollama-cloud',
  name: 'Ollama Cloud',
  providerKind: 'plan',
  docs: 'https://docs.ollama.com/cloud',
  env: ['OLLAMA_API_KEY'],
  unit: 'none (subscription)',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: {
        list: { url: 'https://ollama.com/api/tags' },
        shown: companions({
          of: { list: shows },
          brings: 'facts',
          read: (page) => [askedFor(page), jsonObject(page)] as const,
        }),
      },
      rows: ({ list, shown }) => withDetails(jsonList(list, 'models'), new Map(shown)),
      row,
      normalize,
    }),
    listEndpoint('list', {
      fills: false,
      list: { url: 'https://ollama.com/v1/models' },
      rows: (page) => withoutAliases(jsonList(page, 'data'), 'id'),
      row: listed,
      normalize: (model) => ({ id: model.id, priceStatus: 'plan' }),
    }),
    catalog('ollama-cloud'),
  ],
});

/** A model that was retired meanwhile answers 410. */
function shows(page: Page): Request[] {
  return jsonList(page, 'models')
    .flatMap((model) => row.safeParse(model).data?.name ?? [])
    .map((model) => ({
      url: 'https://ollama.com/api/show',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model }),
    }));
}

const withDetails = (list: readonly unknown[], shown: ReadonlyMap<string, object>): unknown[] =>
  withoutAliases(list, 'name').map((model) => {
    const show = shown.get(row.safeParse(model).data?.name ?? '');
    return show && typeof model === 'object' ? { ...model, show } : model;
  });

const askedFor = (page: Page): string =>
  z.object({ model: z.string() }).parse(JSON.parse(page.request.body ?? '{}')).model;

/** `x:latest`, `x:cloud` and `x-cloud` are other words of the client for `x`: left out where `x` itself is listed. */
function withoutAliases(list: readonly unknown[], field: 'id' | 'name'): unknown[] {
  const names = new Set(list.map((model) => rowId(model, field)));
  return list.filter((model) => {
    const name = rowId(model, field);
    const own = name.replace(/(:latest|:cloud|-cloud)$/, '');
    return own === name || !names.has(own);
  });
}

function normalize({ name, show: shown }: Row): Draft {
  const can = (capability: string): boolean | null =>
    shown.capabilities?.length ? shown.capabilities.includes(capability) : null;
  return {
    id: name,
    mode: modeOf(shown.capabilities ?? []),
    modalities: modalities(shown.capabilities ?? []),
    limit: { context: contextOf(shown.model_info, shown.details.family) },
    capabilities: { toolCall: can('tools'), reasoning: can('thinking'), attachment: can('vision') },
    quantization: shown.details.quantization_level,
    priceStatus: 'plan',
  };
}

const modeOf = (capabilities: readonly string[]): Mode | null =>
  capabilities.includes('completion') ? 'chat' : capabilities.includes('embedding') ? 'embedding' : null;

function modalities(capabilities: readonly string[]): { input: Modality[]; output: Modality[] } {
  const images: Modality[] = capabilities.includes('vision') ? ['image'] : [];
  return {
    input: capabilities.length > 0 ? ['text', ...images] : [],
    output: capabilities.includes('completion') ? ['text'] : [],
  };
}

/** The keys are prefixed by the family: `kimi-k2.context_length`. */
function contextOf(info: Readonly<Record<string, unknown>>, family: string | null): number | null {
  const keys = Object.keys(info).filter((key) => key.endsWith('.context_length'));
  const key = keys.find((candidate) => candidate === `${family ?? ''}.context_length`) ?? keys[0];
  return key === undefined ? null : count.parse(info[key]);
}
