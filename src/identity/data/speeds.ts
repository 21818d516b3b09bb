import { words } from './words.js';

/** Words by which sellers mean the same weights, served faster, wherever they stand. */
export const ALWAYS = words('highspeed ultraspeed nitro tput throughput');

/**
 * Words that are the seller's behind some families and the lab's behind others (`gpt-3.5-turbo`, `glm-5-turbo`,
 * `grok-4-fast`, `qwen-turbo`, `yi-lightning`): the families of which the labs publish no model by that word.
 */
export const SELLERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['fast', words('claude kimi llama deepseek glm gpt-oss minimax mimo ling gemma mixtral hermes qwq')],
  ['turbo', words('kimi llama deepseek minimax gemma mixtral hermes cogito lunaris euryale qwq wizardlm')],
  ['lightning', words('kimi minimax deepseek glm llama qwq')],
  ['instant', words('llama')],
  ['versatile', words('llama')],
]);

/** Words that are the seller's behind any model that states its parameters: labs name those by their size alone. */
export const BEHIND_SIZES = words('fast turbo');
