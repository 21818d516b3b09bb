import { count, countIn, isRaw, type Raw, sum } from '../fields.js';
import { allInside, type Reading } from '../reading.js';

const names = {
  input: ['promptTokenCount', 'prompt_token_count', 'total_input_tokens', 'totalInputTokens'],
  output: [
    ...['candidatesTokenCount', 'candidates_token_count', 'responseTokenCount', 'response_token_count'],
    ...['total_output_tokens', 'totalOutputTokens'],
  ],
  reasoning: ['thoughtsTokenCount', 'thoughts_token_count', 'total_thought_tokens', 'totalThoughtTokens'],
  cacheRead: [
    ...['cachedContentTokenCount', 'cached_content_token_count'],
    ...['total_cached_tokens', 'totalCachedTokens'],
  ],
  toolUse: [
    ...['toolUsePromptTokenCount', 'tool_use_prompt_token_count'],
    ...['total_tool_use_tokens', 'totalToolUseTokens'],
  ],
  total: ['totalTokenCount', 'total_token_count', 'total_tokens', 'totalTokens'],
};

const lists = {
  input: [
    ...['promptTokensDetails', 'promptTokenDetails', 'prompt_tokens_details', 'prompt_token_details'],
    ...['input_tokens_by_modality', 'inputTokensByModality'],
  ],
  cached: [
    ...['cacheTokensDetails', 'cache_tokens_details'],
    ...['cached_tokens_by_modality', 'cachedTokensByModality'],
  ],
  output: [
    ...['candidatesTokensDetails', 'candidates_tokens_details', 'responseTokensDetails', 'response_tokens_details'],
    ...['output_tokens_by_modality', 'outputTokensByModality'],
  ],
};

const own = Object.entries(names).flatMap(([name, some]) => (name === 'total' ? some.slice(0, 2) : some));

/** Whether an object is Gemini's, of generateContent, the live API, embeddings or interactions, as sent or as the SDKs give it. */
export const isGemini = (raw: Raw): boolean => own.some((name) => name in raw);

const pictures = ['IMAGE', 'VIDEO', 'DOCUMENT', 'PDF'];

/** Gemini's counting: what was cached stands inside the prompt, thoughts and the prompts of tools beside the rest. */
export function gemini(raw: Raw): Reading {
  const of = (list: readonly string[], ...modalities: readonly string[]) => tokensOf(raw, list, modalities);
  return {
    input: count(raw, ...names.input),
    output: count(raw, ...names.output),
    total: count(raw, ...names.total),
    cacheRead: count(raw, ...names.cacheRead),
    reasoning: count(raw, ...names.reasoning),
    toolUse: count(raw, ...names.toolUse),
    inputAudio: of(lists.input, 'AUDIO'),
    cachedAudio: of(lists.cached, 'AUDIO'),
    // A page is a document in one list and a picture in the other.
    inputImage: of(lists.input, ...pictures),
    cachedImage: of(lists.cached, ...pictures),
    outputAudio: of(lists.output, 'AUDIO'),
    outputImage: of(lists.output, 'IMAGE'),
    inside: { ...allInside, reasoning: false },
  };
}

/** Tokens of some modalities in the first of the lists that is there. */
function tokensOf(raw: Raw, list: readonly string[], modalities: readonly string[]): number | undefined {
  const entries = list.map((name) => raw[name]).find((value) => Array.isArray(value)) as unknown[] | undefined;
  return sum(
    ...(entries ?? [])
      .filter(isRaw)
      .filter(({ modality }) => modalities.includes(typeof modality === 'string' ? modality.toUpperCase() : ''))
      .map((entry) => countIn(entry['tokenCount'] ?? entry['token_count'] ?? entry['tokens'])),
  );
}
