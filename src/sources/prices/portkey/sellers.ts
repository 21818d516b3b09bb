/** Portkey’s name of a provider, by our id, where it is another one. */
export const sellers = {
  alibaba: 'DASHSCOPE',
  'amazon-bedrock': 'BEDROCK',
  azure: 'AZURE-OPENAI',
  'azure-ai-foundry': 'AZURE-OPENAI',
  'azure-cognitive-services': 'AZURE-OPENAI',
  'cloudflare-workers-ai': 'WORKERS-AI',
  fal: 'FAL-AI',
  'google-vertex': 'VERTEX-AI',
  'google-vertex-anthropic': 'VERTEX-AI',
  'google-vertex-partner': 'VERTEX-AI',
  mistral: 'MISTRAL-AI',
  moonshotai: 'MOONSHOT',
  perplexity: 'PERPLEXITY-AI',
  'perplexity-agent': 'PERPLEXITY-AI',
  togetherai: 'TOGETHER-AI',
  xai: 'X-AI',
  zai: 'Z-AI',
  zhipuai: 'ZHIPU',
};

/** Names that stand for one and the same seller. */
export const sameSeller = { 'AZURE-AI': 'AZURE-OPENAI' };
