import { words } from './words.js';

/** Parts of a path that say through which door a model is sold, never which model it is. From the recorded ids. */
export const ROUTES = words(
  'accounts models fireworks fireworks-ai azure azure-ai azure-openai openai-responses bedrock converse invoke vertex ' +
    'vertex-ai publishers nim nebius novita deepinfra together together-ai togetherai groq siliconflow route public pro ' +
    'workers-ai @cf @hf chat-completion completion main llm coding cline-pass routers parasail sambanova cerebras hyperbolic ' +
    'mistralai-cloud huggingface hf fal-ai global-standard vercel-ai-gateway baseten chutes dev replicate deployments',
);

/** Hosts that list endpoints, not models: `fal-ai/kling-video/v2.6/pro/image-to-video`. By their provider id and their folder. */
export const ENDPOINT_HOSTS = words('fal fal-ai');

/** Labs that sell others' models under their own folder or id as well. From their catalogues. */
export const RESELLERS = words('alibaba amazon baidu bytedance databricks google microsoft nvidia perplexity snowflake tencent cohere ibm');

/** Folders whose models are routes, masks or the seller's own choice: what is behind them is not said. */
export const VEILED = words('openrouter stealth kilo-auto switchpoint auto ambient');

/** Who packs others' weights anew (quantized, or as a mirror) under the name that they had. From Hugging Face. */
export const REPACKERS = words(
  'unsloth neuralmagic redhatai intel togethercomputer nvidia alpindale bartowski lmstudio-community mlx-community thebloke ' +
    'cyankiwi quanttrio cpatonn casperhansen hugging-quants cortecs nousresearch amd solidrust turboderp mradermacher ggml-org ' +
    'cerebras marlin-ai baseten parasail-ai kaitchup isaacdaghost modelscope azure-ai microsoft',
);

/** Who really serves it, written into the model's name: in front, or behind as Poe does. */
export const HOST_HEADS = words('azure cerebras groq fw fireworks bedrock vertex sambanova together aihub');
export const HOST_TAILS = words('cs fw el di tg cerebras sambanova fireworks groq together novita');

/** Sellers who put their own name in front; it stays where a gateway sells them on. */
export const SELLERS = ['duo-chat', 'parasail', 'databricks', 'umans', 'xpersona'] as const;

/** What a seller puts in front of every name of his, beside his own id. */
export const SELLER_HEADS: ReadonlyMap<string, readonly string[]> = new Map([

  ['aihubmix', ['coding', 'aihub', 'aihubmix']],

]);
