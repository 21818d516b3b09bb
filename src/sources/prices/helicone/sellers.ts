/** Helicone’s name of a provider, by our id, where it is another one. */
export const sellers = {
  'amazon-bedrock': 'AWS',
  'azure-ai-foundry': 'AZURE',
  'azure-cognitive-services': 'AZURE',
  'azure-openai': 'AZURE',
  'fireworks-ai': 'FIREWORKS',
  'google-vertex': 'GOOGLE',
  'google-vertex-anthropic': 'GOOGLE',
  'google-vertex-partner': 'GOOGLE',
  'novita-ai': 'NOVITA',
  'together-ai': 'TOGETHER',
  togetherai: 'TOGETHER',
  xai: 'X',
};

/** Bedrock's models stand under both names, AWS holds more of them. */
export const sameSeller = { BEDROCK: 'AWS' };
