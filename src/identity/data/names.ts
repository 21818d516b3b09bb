/** A name that its lab uses beside another one for the same model. */
export interface OtherName {
  readonly lab: string;
  readonly name: string;
  readonly is: string;
  readonly source: string;
}

const GOOGLE = 'ai.google.dev/gemini-api/docs/models: the page of the model gives both names';
const MISTRAL = 'docs.mistral.ai/getting-started/models: "open" marks the weights, not the model';

const BEHIND = 'fal and Vercel: the version behind';
const NVIDIA = 'huggingface.co/nvidia: one model of that size, and of that name';
const ERNIE = 'huggingface.co/baidu: PT and Paddle are the same weights for PyTorch and for Paddle';

/** Two names of one model, as the lab itself gives them. The words may stand in any order. */
export const otherNames: readonly OtherName[] = [
  { lab: 'google', name: 'nano-banana', is: 'gemini-2.5-flash-image', source: GOOGLE },
  { lab: 'google', name: 'nano-banana-pro', is: 'gemini-3-pro-image', source: GOOGLE },
  { lab: 'google', name: 'nano-banana-pro-preview', is: 'gemini-3-pro-image-preview', source: GOOGLE },
  { lab: 'google', name: 'nano-banana-2', is: 'gemini-3.1-flash-image', source: GOOGLE },
  { lab: 'google', name: 'nano-banana-2-lite', is: 'gemini-3.1-flash-lite-image', source: GOOGLE },
  { lab: 'google', name: 'flash-image-2.5', is: 'gemini-2.5-flash-image', source: BEHIND },
  { lab: 'google', name: 'flash-image-3.1', is: 'gemini-3.1-flash-image', source: BEHIND },
  { lab: 'mistral', name: 'open-mistral-nemo', is: 'mistral-nemo', source: MISTRAL },
  { lab: 'mistral', name: 'open-mixtral', is: 'mixtral', source: MISTRAL },
  { lab: 'mistral', name: 'open-mistral-7b', is: 'mistral-7b-v0.3', source: MISTRAL },
  { lab: 'black-forest-labs', name: 'flux-schnell', is: 'flux-1-schnell', source: 'bfl.ai: schnell is a FLUX.1 model only' },
  { lab: 'black-forest-labs', name: 'flux-dev', is: 'flux-1-dev', source: 'bfl.ai: FLUX.1 [dev] was named before FLUX.2' },
  { lab: 'gryphe', name: 'mythomax-l2', is: 'mythomax', source: 'huggingface.co/Gryphe: L2 is the base, there is one' },
  { lab: 'moonshotai', name: 'kimi-k2-preview', is: 'kimi-k2', source: 'platform.moonshot.ai: K2 is sold as preview' },
  { lab: 'deepseek', name: 'deepseek-r1-qwen3', is: 'deepseek-r1-distill-qwen3', source: 'huggingface.co/deepseek-ai' },
  { lab: 'baidu', name: 'ernie-4.5-pt', is: 'ernie-4.5', source: ERNIE },
  { lab: 'baidu', name: 'ernie-4.5-paddle', is: 'ernie-4.5', source: ERNIE },
  { lab: 'baidu', name: 'ernie-4.5-vl-pt', is: 'ernie-4.5-vl', source: ERNIE },
  { lab: 'baidu', name: 'ernie-4.5-vl-paddle', is: 'ernie-4.5-vl', source: ERNIE },
  { lab: 'minimax', name: 'minimax-text-01', is: 'minimax-01', source: 'huggingface.co/MiniMaxAI: MiniMax-01 is Text-01 and VL-01' },
  { lab: 'meta', name: 'llama-3.2-11b', is: 'llama-3.2-11b-vision', source: 'llama.com: 11B and 90B exist with vision alone' },
  { lab: 'meta', name: 'llama-3.2-90b', is: 'llama-3.2-90b-vision', source: 'llama.com: 11B and 90B exist with vision alone' },
  { lab: 'google', name: 'flash-image-3.1-lite', is: 'gemini-3.1-flash-lite-image', source: BEHIND },
  { lab: 'mistral', name: 'mistral-7b-v3', is: 'mistral-7b-v0.3', source: 'fireworks.ai: the third release of Mistral 7B' },
  { lab: 'nvidia', name: 'nemotron-3-120b-a12b', is: 'nemotron-3-super-120b-a12b', source: NVIDIA },
  { lab: 'nvidia', name: 'nemotron-3-nano-omni', is: 'nemotron-3-nano-omni-reasoning', source: NVIDIA },
  { lab: 'moonshotai', name: 'kimi-k2.7', is: 'kimi-k2.7-code', source: 'platform.moonshot.ai: K2.7 is sold as Code alone' },
  { lab: 'cohere', name: 'north-mini-code', is: 'north-mini-code-1.0', source: 'huggingface.co/CohereLabs/North-Mini-Code-1.0' },
  { lab: 'xai', name: 'grok-code-fast', is: 'grok-code-fast-1', source: 'docs.x.ai: alias of grok-code-fast-1' },
  { lab: 'xai', name: 'grok-stt', is: 'grok-stt-1.0', source: 'docs.x.ai: the first, and the only one so far' },
]; // prettier-ignore
