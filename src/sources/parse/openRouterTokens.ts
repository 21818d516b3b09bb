import type { Draft } from '../../model/draft.js';
import { amount } from './fields.js';
import { perToken, perUnit, type Quoted } from './money.js';

/** The prices of tokens and of a request, as OpenRouter and lists in its form name them: USD per token, per request. */
export const openRouterTokens = {
  prompt: amount,
  completion: amount,
  input_cache_read: amount,
  input_cache_write: amount,
  input_cache_write_1h: amount,
  internal_reasoning: amount,
  request: amount,
};

/** Those prices above 0, for a 0 stands for "none" in such lists. */
export const openRouterTokenCost = (quoted: {
  readonly [field in keyof typeof openRouterTokens]: Quoted;
}): NonNullable<Draft['cost']> => ({
  input: perToken(quoted.prompt) || null,
  output: perToken(quoted.completion) || null,
  cacheRead: perToken(quoted.input_cache_read) || null,
  cacheWrite: perToken(quoted.input_cache_write) || null,
  cacheWrite1h: perToken(quoted.input_cache_write_1h) || null,
  reasoning: perToken(quoted.internal_reasoning) || null,
  perRequest: perUnit(quoted.request) || null,
});
