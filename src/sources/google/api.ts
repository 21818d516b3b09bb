import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Modality, Mode } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { paged } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { amount, count, flag, id, text, texts } from '../parse/fields.js';
import { jsonObject, jsonPages } from '../parse/json.js';

const row = z.looseObject({
  name: id,
  displayName: text,
  inputTokenLimit: count,
  outputTokenLimit: count,
  supportedGenerationMethods: texts,
  temperature: amount,
  thinking: flag,
});
type Row = z.infer<typeof row>;

const first: Request = {
  url: 'https://generativelanguage.googleapis.com/v1beta/models?pageSize=1000',
  key: {
    env: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
    header: 'x-goog-api-key',
    prefix: '',
  },
};

/** The list with a key: ids, limits, methods; no prices. */
export const api = defineEndpoint({
  name: 'api',
  requests: { list: paged(first, next) },
  // Google leaves empty lists out: a last page without models is `{}`.
  rows: ({ list }) => jsonPages([...list.slice(0, 1), ...list.slice(1).filter(hasFields)], 'models'),
  row,
  normalize,
});

const hasFields = (page: Page): boolean => Object.keys(jsonObject(page)).length > 0;

function next(page: Page): Request[] {
  const token = jsonObject(page)['nextPageToken'];
  return typeof token === 'string' && token !== ''
    ? [{ ...first, url: `${first.url}&pageToken=${encodeURIComponent(token)}` }]
    : [];
}

function normalize(model: Row): Draft {
  const name = model.name.replace(/^models\//, '');
  const { mode, ...modalities } = kindOf(name, model.supportedGenerationMethods ?? []);
  return {
    id: name,
    name: model.displayName,
    ownedBy: 'google',
    mode,
    modalities,
    // An embedding's "1" is no number of tokens.
    limit: { context: model.inputTokenLimit, output: mode === 'embedding' ? null : model.outputTokenLimit },
    // `thinking` is there only where it is true.
    capabilities: {
      reasoning: model.thinking,
      temperature: model.temperature === null || model.temperature === undefined ? null : true,
    },
    status: /-preview\b|-exp\b/.test(name) ? 'preview' : null,
  };
}

interface Kind {
  readonly mode: Mode | null;
  readonly input?: readonly Modality[];
  readonly output?: readonly Modality[];
}

/** The methods tell what a model is for, and the id where a model generates something else than text. */
export function kindOf(name: string, methods: readonly string[]): Kind {
  if (methods.includes('predictLongRunning')) return { mode: 'video', output: ['video'] };
  if (methods.includes('predict')) return { mode: 'image', output: ['image'] };
  if (methods.includes('embedContent')) return { mode: 'embedding' };
  if (/-tts\b/.test(name)) return { mode: 'speech', input: ['text'], output: ['audio'] };
  if (/^lyria-/.test(name)) return { mode: 'other', input: ['text', 'image'], output: ['audio'] };
  if (/-image\b|^nano-banana/.test(name)) return { mode: 'image', input: ['text', 'image'], output: ['text', 'image'] };
  // `generateContent` is how whatever there is is generated: what comes out tells more.
  return { mode: ['bidiGenerateContent', 'generateAnswer'].some((method) => methods.includes(method)) ? 'chat' : null };
}
