import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Mode } from '../../model/model.js';
import { companion } from '../ask.js';
import { modelsDev } from '../catalog.js';
import { defineEndpoint } from '../define.js';
import { isoDay, unixDay } from '../parse/dates.js';
import { count, flag, id, part, text, texts } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { attachable, modalitiesOf } from '../parse/modalities.js';
import { catalogNames } from './catalogNames.js';
import { profileOf, withoutProfile } from './documented.js';

const day = z.unknown().transform((value) => isoDay(value) ?? unixDay(value));

const row = z.looseObject({
  modelId: id,
  modelName: text,
  providerName: text,
  inputModalities: texts,
  outputModalities: texts,
  responseStreamingSupported: flag,
  modelLifecycle: part({ status: text, legacyTime: day.optional(), endOfLifeTime: day.optional() }),
  converse: part({ maxTokensMaximum: count, reasoningSupported: flag }),
});
type Row = z.infer<typeof row>;

/** ListFoundationModels of the region whose prices are read: ids and modalities, no prices. */
export const api = defineEndpoint({
  name: 'api',
  requests: {
    list: {
      url: 'https://bedrock.us-east-1.amazonaws.com/foundation-models',
      key: { env: ['AWS_BEARER_TOKEN_BEDROCK'] },
    },
    // The ids of inference profiles, which this list leaves out.
    names: companion(modelsDev, { brings: ['ids', 'models'], read: catalogNames }),
  },
  rows: ({ list, names = [] }) => withProfiles(jsonList(list, 'modelSummaries'), names),
  row,
  normalize,
});

/** The rows, and after each one more for every inference profile that calls its model. */
const withProfiles = (rows: readonly unknown[], names: readonly (readonly [string, string])[]): unknown[] =>
  rows.flatMap((row) => {
    const { modelId } = (row ?? {}) as { modelId?: unknown };
    const profiles = names.filter(([id]) => profileOf(id) !== null && withoutProfile(id) === modelId);
    return [row, ...profiles.map(([id, modelName]) => ({ ...(row as object), modelId: id, modelName }))];
  });

function normalize(model: Row): Draft | undefined {
  // `…-v1:0:24k`: the same model with a shorter context, for provisioned throughput only.
  if (/:\d+:\w+$/.test(model.modelId)) return undefined;
  const { status, legacyTime, endOfLifeTime } = model.modelLifecycle;
  const input = modalitiesOf(model.inputModalities);
  return {
    id: model.modelId,
    name: model.modelName,
    ownedBy: model.providerName,
    mode: families.find(([family]) => family.test(model.modelId))?.[1] ?? modeOf(model.outputModalities),
    modalities: { input, output: modalitiesOf(model.outputModalities) },
    limit: { output: model.converse.maxTokensMaximum },
    capabilities: {
      streaming: model.responseStreamingSupported,
      reasoning: model.converse.reasoningSupported,
      attachment: attachable(input),
    },
    status: status === 'ACTIVE' ? 'active' : status === 'LEGACY' ? 'deprecated' : null,
    deprecatedAt: legacyTime,
    retiresAt: endOfLifeTime,
  };
}

/** Models that are known to make one thing only; the list gives some of them text. */
const families: readonly (readonly [RegExp, Mode])[] = [
  [/^stability\.|\bnova-canvas|titan-image/, 'image'],
  [/^luma\.|\bnova-reel/, 'video'],
];

const modeOf = (output: readonly string[] | null): Mode | null => {
  const [only, ...more] = (output ?? []).map((name) => name.toLowerCase());
  if (more.length > 0) return null;
  return only === 'embedding' || only === 'image' || only === 'video' ? only : null;
};
