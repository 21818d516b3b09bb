/** Providers whose models LiteLLM knows by their bare ids. */
const bare: readonly string[] = ['openai', 'anthropic', 'cohere', 'bedrock'];

/**
 * The key of a model: `groq/llama-3.1-8b-instant`, bare where LiteLLM writes it so. An id of such a provider that has a
 * slash keeps the provider's name, or its first part would be taken for one.
 */
export const keyOf = (provider: string, id: string): string =>
  bare.includes(provider) && !id.includes('/') ? id : `${provider}/${id}`;
