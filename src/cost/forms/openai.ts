import { count, countIn, isRaw, part, type Raw, sum } from '../fields.js';
import { type About, allInside, type Reading } from '../reading.js';

const goesIn = ['prompt_tokens_details', 'input_tokens_details', 'input_token_details', 'prompt_token_details'];
const comesOut = ['completion_tokens_details', 'output_tokens_details', 'output_token_details'];

/**
 * OpenAI's counting, which most others took over: chat and responses, realtime, images, transcription; LiteLLM's and LangChain's
 * objects of the same make. The parts stand inside their whole but for a few: xAI's reasoning in chat, what Perplexity bills
 * beside the tokens, Mistral's sound.
 */
export function openai(raw: Raw, about: About): Reading {
  const inputs = part(raw, ...goesIn, 'inputTokenDetails');
  const outputs = part(raw, ...comesOut, 'outputTokenDetails');
  const isChat = 'prompt_tokens' in raw || 'completion_tokens' in raw;
  const { provider } = about;
  return {
    input:
      count(raw, 'prompt_tokens', 'input_tokens', 'inputTokens') ??
      sum(count(raw, 'prompt_cache_hit_tokens'), count(raw, 'prompt_cache_miss_tokens')) ??
      parts(inputs),
    output: count(raw, 'completion_tokens', 'output_tokens', 'outputTokens') ?? parts(outputs),
    // Perplexity's total leaves out reasoning that it bills.
    total: provider === 'perplexity' ? undefined : count(raw, 'total_tokens', 'totalTokens'),
    ...cached(raw, inputs),
    ...heardAndSeen(raw, inputs),
    ...written(raw, outputs, about, inputs),
    audioSeconds: count(raw, 'prompt_audio_seconds'),
    inside: {
      ...allInside,
      inputAudio: provider !== 'mistral',
      reasoning: !(isChat && (provider === 'xai' || provider === 'perplexity')),
    },
  };
}

/** The whole of some details, where nothing else tells it. */
const parts = (details: Raw | undefined): number | undefined =>
  sum(count(details, 'text_tokens'), count(details, 'audio_tokens'), count(details, 'image_tokens'));

function cached(raw: Raw, inputs: Raw | undefined): Partial<Reading> {
  const lifetimes =
    part(inputs, 'cache_creation_token_details', 'cache_creation') ??
    part(raw, 'cache_creation', 'cache_creation_token_details') ??
    inputs;
  const split = part(inputs, 'cached_tokens_details') ?? part(raw, 'cached_tokens_details');
  const cachedAudio = count(split, 'audio_tokens') ?? count(inputs, 'cached_audio_tokens');
  return {
    cacheRead:
      count(inputs, 'cached_tokens', 'cache_read', 'cacheReadTokens', 'cache_read_input_tokens') ||
      (count(raw, 'cached_tokens', 'prompt_cache_hit_tokens', 'cache_read_input_tokens', 'cached_input_tokens') ??
        count(raw, 'cachedInputTokens', 'cache_read_tokens', 'num_cached_tokens')),
    cacheWrite:
      count(inputs, 'cache_write_tokens', 'cache_creation_tokens', 'cache_creation_input_tokens', 'cacheWriteTokens') ||
      (count(inputs, 'cache_creation') ?? count(raw, 'cache_creation_input_tokens', 'cache_write_tokens')),
    cacheWrite5m: count(lifetimes, 'ephemeral_5m_input_tokens'),
    cacheWrite1h: count(lifetimes, 'ephemeral_1h_input_tokens'),
    cachedAudio,
    cachedImage: count(split, 'image_tokens'),
  };
}

const heardAndSeen = (raw: Raw, inputs: Raw | undefined): Partial<Reading> => ({
  inputAudio: count(inputs, 'audio_tokens', 'audio') || count(raw, 'input_audio_tokens'),
  inputImage: sum(
    count(inputs, 'image_tokens'),
    count(inputs, 'video_tokens'),
    count(inputs, 'document_tokens', 'file_tokens'),
  ),
});

function written(raw: Raw, outputs: Raw | undefined, about: About, inputs: Raw | undefined): Partial<Reading> {
  const all = count(raw, 'output_tokens', 'completion_tokens');
  return {
    reasoning:
      count(outputs, 'reasoning_tokens', 'reasoning', 'thinking_tokens', 'reasoningTokens') ||
      count(raw, 'reasoning_tokens', 'reasoning_output_tokens', 'reasoningTokens'),
    outputAudio: isSpeech(about) && !outputs ? all : count(outputs, 'audio_tokens', 'audio'),
    outputImage: isOfImages(about, inputs) && !outputs ? all : count(outputs, 'image_tokens'),
  };
}

const isSpeech = ({ api = '' }: About): boolean => /speech|tts/i.test(api);

/** What an API of images gives is images, unless it says otherwise. */
const isOfImages = ({ api = '' }: About, inputs: Raw | undefined): boolean =>
  /image/i.test(api) ||
  (isRaw(inputs) &&
    countIn(inputs['image_tokens']) !== undefined &&
    countIn(inputs['text_tokens']) !== undefined &&
    !('cached_tokens' in inputs || 'audio_tokens' in inputs));
