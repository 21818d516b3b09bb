/** Words that name no model of their own: the newest, or the one a platform gives by default. */
const LATEST = new Set(['latest', 'default']);
export const isLatest = (word: string): boolean => LATEST.has(word);

/** Words that a family row may leave open (`grok-3` for `grok-3-beta`); whether it does is for the stage guard to say. */
const SOFT = new Set(['beta', 'non', 'preview', 'reasoning']);
export const isSoft = (word: string): boolean => SOFT.has(word);

/** Words for the size of a model within its family: two of them are two models. */
const TIERS = new Set([
  'air', 'flash', 'haiku', 'high', 'large', 'lite', 'long', 'low', 'max', 'medium', 'micro', 'mini', 'nano', 'opus', 'plus',
  'premier', 'pro', 'small', 'sonnet', 'super', 'tiny', 'ultra',
]); // prettier-ignore
export const isTier = (word: string): boolean => TIERS.has(word);

/** Words for another build, training, service or price of a model: with one of them it is another offer. */
const VARIANTS = new Set([
  'audio', 'base', 'batch', 'beta', 'chat', 'code', 'codex', 'coder', 'deep', 'distill', 'embed', 'embedding', 'exacto', 'exp',
  'experimental', 'extended', 'fast', 'free', 'ft', 'hf', 'image', 'instant', 'instruct', 'it', 'live', 'moderation',
  'multilingual', 'native', 'non', 'nitro', 'ocr', 'online', 'preview', 'realtime', 'reasoning', 'research', 'safeguard',
  'search', 'speech', 'terminus', 'text', 'thinking', 'tool', 'transcribe', 'tts', 'tput', 'turbo', 'versatile', 'vision', 'vl',
  'awq', 'bf', 'fp', 'gguf', 'gptq', 'int', 'maas',
]); // prettier-ignore
export const isVariant = (word: string): boolean => VARIANTS.has(word);
