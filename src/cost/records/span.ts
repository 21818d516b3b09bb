import { disjoint } from '../disjoint.js';
import { count, isRaw, part, type Raw, text } from '../fields.js';
import { allInside } from '../reading.js';
import { readPasses } from '../readPasses.js';
import { serviceTierOf } from '../served.js';
import type { Pass, Usage } from '../units.js';
import { attributesOf } from './attributes.js';

const named = (...parts: readonly string[]) => parts.map((part) => `gen_ai.usage.${part}`);

/** Attributes in which spans count, those of the conventions first, then what they were called before and elsewhere. */
const names = {
  input: [
    ...named('input_tokens', 'prompt_tokens'),
    ...['llm.usage.prompt_tokens', 'llm.token_count.prompt', 'ai.usage.inputTokens', 'ai.usage.promptTokens'],
  ],
  output: [
    ...named('output_tokens', 'completion_tokens'),
    ...['llm.usage.completion_tokens', 'llm.token_count.completion', 'ai.usage.outputTokens'],
    'ai.usage.completionTokens',
  ],
  total: [...named('total_tokens'), 'llm.usage.total_tokens', 'llm.token_count.total', 'ai.usage.totalTokens'],
  cacheRead: [
    ...named('cache_read.input_tokens', 'cache_read_input_tokens', 'input_tokens.cached', 'cached_input_tokens'),
    ...named('details.cache_read_tokens', 'details.cache_read_input_tokens', 'details.cached_tokens'),
    ...['llm.usage.cache_read_input_tokens', 'llm.token_count.prompt_details.cache_read'],
    'ai.usage.cachedInputTokens',
  ],
  cacheWrite: [
    ...named('cache_creation.input_tokens', 'cache_creation_input_tokens', 'cache_write.input_tokens'),
    ...named('input_tokens.cache_write', 'details.cache_write_tokens', 'details.cache_creation_input_tokens'),
    ...['llm.usage.cache_creation_input_tokens', 'llm.token_count.prompt_details.cache_write'],
  ],
  reasoning: [
    ...named('reasoning.output_tokens', 'reasoning_tokens', 'output_tokens.reasoning', 'details.reasoning_tokens'),
    ...['llm.usage.reasoning_tokens', 'llm.token_count.completion_details.reasoning', 'ai.usage.reasoningTokens'],
  ],
  inputAudio: [...named('details.input_audio_tokens'), 'llm.token_count.prompt_details.audio'],
  outputAudio: [...named('details.output_audio_tokens'), 'llm.token_count.completion_details.audio'],
};

const servedIn = [
  'openai.response.service_tier',
  'gen_ai.openai.response.service_tier',
  'gen_ai.response.service_tier',
];
const askedIn = ['openai.request.service_tier', 'gen_ai.openai.request.service_tier', 'gen_ai.request.service_tier'];

/** A span of a call of a model, of OpenTelemetry's conventions or those before it: who was asked, and what was used. */
export function spanOf(
  span: Raw,
  line: Raw = span,
): { provider: string | null; models: string[]; usage: Usage; startedAt: unknown } {
  const all = attributesOf(span);
  const tier = (list: readonly string[]) => ({ service_tier: text(all, ...list) });
  return {
    provider: text(all, 'gen_ai.provider.name', 'gen_ai.system', 'llm.provider', 'llm.system') ?? null,
    models: [
      text(all, 'gen_ai.response.model'),
      text(all, 'gen_ai.request.model', 'llm.model_name', 'ai.model.id'),
    ].filter((one) => one !== undefined),
    usage: {
      ...readPasses(() => passesIn(all)),
      charge: null,
      serviceTier: serviceTierOf({
        usage: {},
        response: { ...tier(servedIn), ...part(line, 'response') },
        request: { ...tier(askedIn), ...part(line, 'request') },
      }),
      region: null,
      variants: [],
    },
    startedAt: span['startTimeUnixNano'] ?? span['start_time_unix_nano'] ?? span['startTime'] ?? span['start_time'],
  };
}

/** In a span what was cached stands inside the input; numbers that can't be meant so are taken as passed on by Anthropic. Throws a `BadCount`. */
function passesIn(all: Raw): Pass[] {
  const counts = Object.fromEntries(Object.entries(names).map(([name, some]) => [name, count(all, ...some)]));
  if (Object.values(counts).every((one) => one === undefined)) return [];
  return [disjoint({ ...counts, inside: allInside })];
}

/** Whether a line is a span of a call of a model. */
export const isSpan = (line: Raw): boolean =>
  Array.isArray(line['resourceSpans']) ||
  'startTimeUnixNano' in line ||
  isRaw(line['span']) ||
  Object.keys(attributesOf(line)).some((name) => /^(gen_ai|llm|ai)\./.test(name));
