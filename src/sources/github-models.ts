import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Mode } from '../model/model.js';
import type { Request } from '../model/request.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { isoDay } from './parse/dates.js';
import { count, id, part, text, texts } from './parse/fields.js';
import { jsonList } from './parse/json.js';
import { attachable, modalitiesOf, modeOf } from './parse/modalities.js';
import { sameList } from './sameList.js';

const row = z.looseObject({
  id,
  name: text,
  publisher: text,
  version: text,
  capabilities: texts,
  limits: part({ max_input_tokens: count, max_output_tokens: count }),
  supported_input_modalities: texts,
  supported_output_modalities: texts,
  tags: texts,
});
type Row = z.infer<typeof row>;

const request: Request = {
  url: 'https://models.github.ai/catalog/models',
  headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2026-03-10' },
};

/**
 * GitHub Models: GET /catalog/models, a bare list without prices (use is free within rate limits, beyond them it is
 * billed in units of its own). With the token where there is one; that it answers without is not confirmed.
 * Evidence: the example of the REST docs.
 */
export const githubModels = defineSource({
  id: 'github-models',
  name: 'GitHub Models',
  providerKind: 'cloud',
  docs: 'https://docs.github.com/en/rest/models/catalog',
  env: ['GITHUB_TOKEN'],
  unit: 'none',
  evidence: 'schema',
  endpoints: [
    ...sameList({
      ways: { api: { ...request, key: { env: ['GITHUB_TOKEN'] } }, 'api-anonymous': request },
      rows: (page) => jsonList(page, 'data', 'models'),
      row,
      normalize,
    }),
    catalog('github-models'),
  ],
});

function normalize(model: Row): Draft {
  const input = modalitiesOf(model.supported_input_modalities);
  const output = modalitiesOf(model.supported_output_modalities);
  const can = (name: string): boolean | null => model.capabilities && model.capabilities.includes(name);
  return {
    id: model.id,
    name: model.name,
    ownedBy: model.publisher,
    mode: modeIn(model.supported_output_modalities ?? []) ?? modeOf(input, output),
    modalities: { input, output },
    limit: { context: model.limits.max_input_tokens, output: model.limits.max_output_tokens },
    capabilities: {
      toolCall: can('tool-calling'),
      reasoning: model.tags?.includes('reasoning') ? true : can('reasoning'),
      streaming: can('streaming'),
      attachment: attachable(input),
    },
    releaseDate: versionDay(model.version),
    noPrice: 'the list names no price: use is free within rate limits, beyond them it is billed in token units',
  };
}

/** The catalog holds models for chat completions and for embeddings. */
const modeIn = (output: readonly string[]): Mode | null =>
  output.includes('embeddings') ? 'embedding' : output.includes('text') ? 'chat' : null;

/** The version is a date for some publishers, a counter for the others. */
const versionDay = (version: string | null): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(version ?? '') ? isoDay(version) : null;
