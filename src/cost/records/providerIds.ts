import { sameSeller, sellers } from '../../sources/prices/litellm/sellers.js';

/** Names that OpenTelemetry's conventions, and instrumentations before them, give to providers. */
const ofSpans = new Map(
  Object.entries({
    'aws.bedrock': 'amazon-bedrock',
    aws_bedrock: 'amazon-bedrock',
    'az.ai.inference': 'azure',
    'az.ai.openai': 'azure',
    'azure.ai.inference': 'azure',
    'azure.ai.openai': 'azure',
    'gcp.gemini': 'google',
    'gcp.gen_ai': 'google',
    'gcp.vertex_ai': 'google-vertex',
    google_genai: 'google',
    mistral_ai: 'mistral',
    mistralai: 'mistral',
    x_ai: 'xai',
    'x-ai': 'xai',
    vertexai: 'google-vertex',
  }),
);

/**
 * Providers by LiteLLM's names of them, of several the shortest; a name that an id only adds to, such as
 * perplexity-agent, is the id of another.
 */
const ofLiteLlm = new Map(
  Object.entries(sellers)
    .filter(([id, name]) => !id.startsWith(`${name.toLowerCase()}-`))
    .map(([id, name]) => [name, id] as const)
    .sort(([, a], [, b]) => b.length - a.length),
);

/** Our id of a provider that others call otherwise, or the name in lower case. */
export function providerIdOf(name: string): string {
  const plain = name.trim().toLowerCase();
  const seller = sameSeller[plain.toUpperCase()] ?? plain.toUpperCase();
  return ofSpans.get(plain) ?? ofLiteLlm.get(seller) ?? (sameSeller[plain.toUpperCase()] ?? plain).toLowerCase();
}
