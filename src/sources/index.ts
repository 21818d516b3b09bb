import { ai21 } from './ai21.js';
import { aihubmix } from './aihubmix.js';
import { alibaba } from './alibaba.js';
import { amazonBedrock } from './amazon-bedrock.js';
import { anthropic } from './anthropic.js';
import { azure } from './azure.js';
import { baseten } from './baseten.js';
import { cerebras } from './cerebras.js';
import { chutes } from './chutes.js';
import { cloudflareWorkersAi } from './cloudflare-workers-ai.js';
import { cohere } from './cohere.js';
import { deepinfra } from './deepinfra.js';
import { deepseek } from './deepseek.js';
import { digitalocean } from './digitalocean.js';
import { fal } from './fal.js';
import { featherless } from './featherless.js';
import { fireworksAi } from './fireworks-ai.js';
import { friendli } from './friendli.js';
import { githubCopilot } from './github-copilot.js';
import { githubModels } from './github-models.js';
import { google } from './google.js';
import { googleVertex } from './google-vertex.js';
import { googleVertexPartner } from './google-vertex-partner.js';
import { groq } from './groq.js';
import { huggingface } from './huggingface.js';
import { hyperbolic } from './hyperbolic.js';
import { inception } from './inception.js';
import { inference } from './inference.js';
import { kilo } from './kilo.js';
import { llama } from './llama.js';
import { llmgateway } from './llmgateway.js';
import { minimax } from './minimax.js';
import { mistral } from './mistral.js';
import { modelscope } from './modelscope.js';
import { moonshotai } from './moonshotai.js';
import { moonshotaiCn } from './moonshotai-cn.js';
import { nanoGpt } from './nano-gpt.js';
import { nebius } from './nebius.js';
import { novitaAi } from './novita-ai.js';
import { nscale } from './nscale.js';
import { nvidia } from './nvidia.js';
import { ollamaCloud } from './ollama-cloud.js';
import { openai } from './openai.js';
import { openrouter } from './openrouter.js';
import { ovhcloud } from './ovhcloud.js';
import { parasail } from './parasail.js';
import { perplexity } from './perplexity.js';
import { poe } from './poe.js';
import { publicai } from './publicai.js';
import { requesty } from './requesty.js';
import { sambanova } from './sambanova.js';
import { scaleway } from './scaleway.js';
import { siliconflow } from './siliconflow.js';
import { siliconflowCn } from './siliconflow-cn.js';
import { togetherai } from './togetherai.js';
import { upstage } from './upstage.js';
import { v0 } from './v0.js';
import { venice } from './venice.js';
import { vercel } from './vercel.js';
import { wandb } from './wandb.js';
import { xai } from './xai.js';
import { zai } from './zai.js';
import { zenmux } from './zenmux.js';
import type { Source } from './define.js';

/** Every provider with an adapter of its own, sorted by id. */
export const sources: readonly Source[] = [
  ai21,
  aihubmix,
  alibaba,
  amazonBedrock,
  anthropic,
  azure,
  baseten,
  cerebras,
  chutes,
  cloudflareWorkersAi,
  cohere,
  deepinfra,
  deepseek,
  digitalocean,
  fal,
  featherless,
  fireworksAi,
  friendli,
  githubCopilot,
  githubModels,
  google,
  googleVertex,
  googleVertexPartner,
  groq,
  huggingface,
  hyperbolic,
  inception,
  inference,
  kilo,
  llama,
  llmgateway,
  minimax,
  mistral,
  modelscope,
  moonshotai,
  moonshotaiCn,
  nanoGpt,
  nebius,
  novitaAi,
  nscale,
  nvidia,
  ollamaCloud,
  openai,
  openrouter,
  ovhcloud,
  parasail,
  perplexity,
  poe,
  publicai,
  requesty,
  sambanova,
  scaleway,
  siliconflow,
  siliconflowCn,
  togetherai,
  upstage,
  v0,
  venice,
  vercel,
  wandb,
  xai,
  zai,
  zenmux,
];
