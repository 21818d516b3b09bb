import { amazonBedrock } from './amazon-bedrock.js';
import { azure } from './azure.js';
import { baseten } from './baseten.js';
import { cerebras } from './cerebras.js';
import { cloudflareWorkersAi } from './cloudflare-workers-ai.js';
import { deepinfra } from './deepinfra.js';
import { featherless } from './featherless.js';
import { friendli } from './friendli.js';
import { githubCopilot } from './github-copilot.js';
import { githubModels } from './github-models.js';
import { groq } from './groq.js';
import { huggingface } from './huggingface.js';
import { hyperbolic } from './hyperbolic.js';
import { inference } from './inference.js';
import { llama } from './llama.js';
import { nebius } from './nebius.js';
import { novitaAi } from './novita-ai.js';
import { nscale } from './nscale.js';
import { nvidia } from './nvidia.js';
import { openrouter } from './openrouter.js';
import { ovhcloud } from './ovhcloud.js';
import { publicai } from './publicai.js';
import { sambanova } from './sambanova.js';
import { scaleway } from './scaleway.js';
import { siliconflow } from './siliconflow.js';
import { siliconflowCn } from './siliconflow-cn.js';
import { v0 } from './v0.js';
import { venice } from './venice.js';
import { vercel } from './vercel.js';
import { wandb } from './wandb.js';
import type { Source } from './source.js';

/** Every provider with an adapter of its own, sorted by id. */
export const sources: readonly Source[] = [
  amazonBedrock,
  azure,
  baseten,
  cerebras,
  cloudflareWorkersAi,
  deepinfra,
  featherless,
  friendli,
  githubCopilot,
  githubModels,
  groq,
  huggingface,
  hyperbolic,
  inference,
  llama,
  nebius,
  novitaAi,
  nscale,
  nvidia,
  openrouter,
  ovhcloud,
  publicai,
  sambanova,
  scaleway,
  siliconflow,
  siliconflowCn,
  v0,
  venice,
  vercel,
  wandb,
];
