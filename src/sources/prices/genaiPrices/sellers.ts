/** genai-prices’ name of a provider, by our id, where it is another one. */
export const sellers = {
  'amazon-bedrock': 'AWS',
  'azure-cognitive-services': 'AZURE',
  'fireworks-ai': 'FIREWORKS',
  'google-vertex': 'GOOGLE',
  'google-vertex-anthropic': 'GOOGLE',
  'google-vertex-partner': 'GOOGLE',
  'novita-ai': 'NOVITA',
  togetherai: 'TOGETHER',
  xai: 'X-AI',
};
