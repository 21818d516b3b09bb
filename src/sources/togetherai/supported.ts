import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { paged } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { amount, id, part, text, texts } from '../parse/fields.js';
import { featuresOf } from '../parse/hostList.js';
import { jsonObject, jsonPages } from '../parse/json.js';
import { lifecycleNamed } from '../parse/lifecycleNamed.js';
import { attachable, modalitiesOf } from '../parse/modalities.js';
import { perMillion } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { modes, notServerless } from './kinds.js';

const row = z.looseObject({
  name: id,
  displayName: text,
  displayType: text,
  publisher: text,
  status: text,
  products: texts,
  inputModalities: texts,
  outputModalities: texts,
  features: texts,
  serverlessEndpoint: text,
  pricing: part({ input: amount, output: amount, cachedInput: amount }),
});
type Row = z.infer<typeof row>;

const list: Request = {
  url: 'https://api.together.ai/v2/supported-models?limit=200',
  key: { env: ['TOGETHER_API_KEY'] },
};

/** The newer list: who makes a model, what it can do, whether it is served serverless; its context is that of the weights. */
export const supported = defineEndpoint({
  name: 'supported',
  requests: { list: paged(list, next) },
  rows: ({ list }) => jsonPages(list, 'data'),
  row,
  normalize,
});

/** The page behind the cursor, as long as there is one and it moves on. */
function next(page: Page): Request[] {
  const { next_cursor: cursor } = z.looseObject({ next_cursor: text }).parse(jsonObject(page));
  const before = new URL(page.request.url).searchParams.get('after');
  return cursor === null || cursor === before
    ? []
    : [{ ...list, url: `${list.url}&after=${encodeURIComponent(cursor)}` }];
}

function normalize(model: Row): Draft | undefined {
  const status = model.status?.replace('SUPPORTED_MODEL_STATUS_', '') ?? '';
  if (status === 'HIDDEN') return undefined;
  const mode = modes[model.displayType?.toLowerCase() ?? ''] ?? null;
  const input = modalitiesOf(bare(model.inputModalities, 'MODALITY_'));
  return {
    id: model.serverlessEndpoint ?? model.name,
    name: model.displayName,
    ownedBy: model.publisher,
    mode,
    modalities: { input, output: modalitiesOf(bare(model.outputModalities, 'MODALITY_')) },
    capabilities: { ...can(model), attachment: attachable(input) },
    status: lifecycleNamed(status),
    ...priceOf(model, mode),
  };
}

const bare = (names: readonly string[] | null, prefix: string): string[] | null =>
  names?.map((name) => name.replace(prefix, '')) ?? null;

const can = ({ features }: Row) => featuresOf(bare(features, 'FEATURE_')?.map((name) => names[name] ?? name) ?? null);

const names: Readonly<Record<string, string>> = { TOOL_CALLING: 'tools', STRUCTURED_OUTPUT: 'structured_outputs' };

/** Prices are those of serverless tokens; the older list has characters in the place of a speech model's. */
function priceOf({ serverlessEndpoint, products, pricing }: Row, mode: Draft['mode']): Pick<Draft, 'cost' | 'issues'> {
  const isServed = serverlessEndpoint !== null && products?.includes('PRODUCT_SERVERLESS') !== false;
  if (!isServed) return { issues: [notServerless] };
  if (mode === 'speech' && Number(pricing.input) > 0)
    return { issues: [{ code: 'unknown-unit', detail: `input: ${pricing.input} per 1M tokens or characters` }] };
  return {
    cost: withoutZeros({
      input: perMillion(pricing.input),
      output: perMillion(pricing.output),
      cacheRead: perMillion(pricing.cachedInput),
    }),
  };
}
