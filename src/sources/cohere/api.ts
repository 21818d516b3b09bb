import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Modality, Mode } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companion, paged } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { amount, count, flag, id, part, text, texts } from '../parse/fields.js';
import { jsonObject, jsonPages } from '../parse/json.js';
import { attachable } from '../parse/modalities.js';
import { tokens } from '../parse/tokens.js';
import { modelsPage, modeOf, shownModels } from './docs.js';

const row = z.looseObject({
  name: id,
  is_deprecated: flag,
  endpoints: texts,
  finetuned: flag,
  context_length: count,
  features: texts,
  sampling_defaults: part({ temperature: amount }),
  documentedContext: text,
});
type Row = z.infer<typeof row>;

const first: Request = {
  url: 'https://api.cohere.com/v1/models?page_size=1000',
  key: { env: ['COHERE_API_KEY', 'CO_API_KEY'] },
};

/** The list with a key: ids, endpoints, features; no prices. */
export const api = defineEndpoint({
  name: 'api',
  requests: {
    list: paged(first, next),
    contexts: companion({ url: modelsPage }, { brings: 'facts', read: contextsIn }),
  },
  rows: ({ list, contexts }) =>
    jsonPages(list, 'models').map((model) =>
      typeof model === 'object' && model !== null
        ? { ...model, documentedContext: contexts?.get((model as { name?: unknown }).name) }
        : model,
    ),
  row,
  normalize,
});

function next(page: Page): Request[] {
  const { next_page_token: token } = jsonObject(page);
  return typeof token === 'string' && token !== ''
    ? [{ ...first, url: `${first.url}&page_token=${encodeURIComponent(token)}` }]
    : [];
}

function contextsIn(page: Page): Map<unknown, string> {
  return new Map(shownModels(page).map((model) => [model.id, model.context]));
}

/** Fine-tuned models are the account's own. Features that are not given (null) say nothing, a list says all. */
function normalize(model: Row): Draft | undefined {
  if (model.finetuned === true) return undefined;
  const mode = modeOf(model.endpoints?.join(' ').replaceAll('_', ' ') ?? '');
  const input = inputOf(mode, model);
  const has = (...names: string[]) => model.features && names.some((name) => model.features?.includes(name));
  const temperature = model.sampling_defaults.temperature ?? null;
  return {
    id: model.name,
    ownedBy: 'cohere',
    mode,
    modalities: { input, output: mode === 'chat' || mode === 'transcription' || mode === 'completion' ? ['text'] : [] },
    limit: { context: contextOf(model) },
    capabilities: {
      toolCall: has('tools', 'strict_tools'),
      reasoning: has('reasoning'),
      structuredOutput: has('json_schema'),
      attachment: attachable(input),
      temperature: temperature === null ? null : true,
    },
    status: model.is_deprecated === null ? null : model.is_deprecated ? 'deprecated' : 'active',
  };
}

/** The page says what goes in, the list what goes in and out; but "32k" is the list's 32768, rounded. */
function contextOf(model: Row): number | null {
  const shown = tokens(model.documentedContext);
  return shown === null || shown * 1024 === (model.context_length ?? 0) * 1000 ? model.context_length : shown;
}

function inputOf(mode: Mode | null, { endpoints, features }: Row): Modality[] {
  if (mode === 'transcription') return ['audio'];
  if (endpoints?.includes('embed_image')) return endpoints.includes('embed') ? ['text', 'image'] : ['image'];
  if (mode !== 'chat' || features === null) return [];
  return features.includes('vision') ? ['text', 'image'] : ['text'];
}
