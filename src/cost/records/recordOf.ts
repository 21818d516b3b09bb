import { isRaw, type Raw, text } from '../fields.js';
import { usageOf } from '../usageOf.js';
import { spanIn, spansIn } from './attributes.js';
import { instantOf } from './instant.js';
import { isLiteLlm, liteLlmOf } from './litellm.js';
import { ownPrices } from './ownPrices.js';
import { providerIdOf } from './providerIds.js';
import { isSpan, spanOf } from './span.js';
import { unitsOf } from './units.js';
import { BadRecord, type UsageRecord } from './usageRecord.js';

type Told = Omit<UsageRecord, 'at' | 'prices'> & { readonly startedAt: unknown };

/**
 * The call that a line tells, in any form that is known: units of ours, a provider's usage object or whole answer, a span of
 * OpenTelemetry, LiteLLM's spend log. `provider`, `model`, `at` and `prices` of the line itself stand above what is in those.
 * Throws a `BadRecord`.
 */
export function recordOf(line: Raw): UsageRecord {
  const { startedAt, ...told } = toldIn(line);
  const own = [text(line, 'model')].filter((one) => one !== undefined);
  const name = text(line, 'provider') ?? told.provider;
  return {
    ...told,
    provider: name === null ? null : providerIdOf(name),
    usage: isOwnCache(line) ? { ...told.usage, isOwnCache: true } : told.usage,
    models: [...new Set([...(told.form === 'usage' ? own : []), ...told.models, ...own])],
    at: instantOf(line['at'] ?? startedAt ?? line['timestamp'] ?? line['time']),
    prices: ownPrices(line),
  };
}

/** A proxy before the provider answered from its own cache. */
const isOwnCache = (line: Raw): boolean =>
  [line, line['response']].some((one) => isRaw(one) && /^true$/i.test(String(one['cache_hit'])));

function toldIn(line: Raw): Told {
  if (isRaw(line['units'])) return { form: 'units', ...nobody, usage: unitsOf(line) };
  if (isLiteLlm(line)) return { form: 'litellm', ...liteLlmOf(isRaw(line['log']) ? line['log'] : line, line) };
  if (isSpan(line)) {
    const { span } = line;
    if (spansIn(isRaw(span) ? span : line) > 1) throw new BadRecord('holds several spans: each line holds one');
    return { form: 'span', ...spanOf(spanIn(line), line) };
  }
  return answerOf(line);
}

const nobody = { provider: null, models: [], startedAt: undefined };

const answers = ['usage', 'usageMetadata', 'message', 'response', 'model', 'prices', 'span', 'log'];

/** A usage object with what stands around it, or a provider's answer as it came. */
function answerOf(line: Raw): Told {
  if (!answers.some((name) => name in line)) throw new BadRecord('tells no call: it has no usage, span, log or units');
  const provider = text(line, 'provider');
  const held =
    ['usage', 'usageMetadata', 'message', 'response'].some((name) => isRaw(line[name])) || Array.isArray(line['usage']);
  const response = isRaw(line['response']) ? line['response'] : line;
  const inner = isRaw(line['message']) ? line['message'] : response;
  return {
    ...nobody,
    form: 'usage',
    models: [text(inner, 'model', 'modelVersion')].filter((one) => one !== undefined),
    usage: usageOf(held ? (line['usage'] ?? line['usageMetadata'] ?? line['message'] ?? line['response']) : null, {
      provider: provider === undefined ? undefined : providerIdOf(provider),
      api: text(line, 'api'),
      response,
      request: line['request'],
    }),
    startedAt: undefined,
  };
}
