import { isRaw, type Raw, text } from '../fields.js';
import type { Usage } from '../units.js';
import { usageOf } from '../usageOf.js';
import { providerIdOf } from './providerIds.js';

/** Whether a line is of LiteLLM's spend logs, or of what its callbacks get. */
export const isLiteLlm = (line: Raw): boolean =>
  isRaw(line['log']) ||
  ('call_type' in line && ['spend', 'response_cost', 'prompt_tokens', 'metadata'].some((name) => name in line));

const numbers = ['prompt_tokens', 'completion_tokens', 'total_tokens'];

/**
 * A line of LiteLLM's spend log. Its `prompt_tokens` hold what was cached, for Anthropic too, unless the call went through
 * Anthropic's own API; `spend` is its estimate, no charge. What its own cache answered costs nothing.
 */
export function liteLlmOf(
  log: Raw,
  line: Raw = log,
): { provider: string | null; models: string[]; usage: Usage; startedAt: unknown } {
  const metadata = objectIn(log['metadata']);
  const name = text(line, 'provider') ?? text(log, 'custom_llm_provider');
  const provider = name === undefined ? undefined : providerIdOf(name);
  const callType = text(log, 'call_type') ?? '';
  const request = objectIn(line['request'] ?? log['model_parameters'] ?? metadata['model_parameters']);
  const response = { ...log, ...objectIn(line['response']) };
  const usage = usageOf(countsOf(log, metadata, callType), { provider, api: callType, response, request });
  const isHit = /^true$/i.test(String(log['cache_hit']));
  return {
    provider: provider ?? null,
    models: [text(log, 'model'), text(log, 'model_group')].filter((one) => one !== undefined),
    usage: { ...usage, ...(isHit && { isOwnCache: true }) },
    startedAt: log['startTime'] ?? log['start_time'],
  };
}

/** What was counted: the usage object that was kept, or else the columns of the log. */
function countsOf(log: Raw, metadata: Raw, callType: string): Raw | null {
  const kept = objectIn(metadata['usage_object'] ?? log['usage_object'] ?? log['usage']);
  if (Object.keys(kept).length > 0) {
    if (!callType.includes('anthropic_messages') || !('input_tokens' in kept)) return kept;
    return Object.fromEntries(Object.entries(kept).filter(([name]) => !numbers.includes(name)));
  }
  const columns = Object.fromEntries(numbers.flatMap((name) => (name in log ? [[name, log[name]]] : [])));
  return { ...columns, ...objectIn(metadata['additional_usage_values']) };
}

/** An object, or a text that holds one. */
function objectIn(value: unknown): Raw {
  if (typeof value !== 'string') return isRaw(value) ? value : {};
  try {
    const read: unknown = JSON.parse(value);
    return isRaw(read) ? read : {};
  } catch {
    return {};
  }
}
