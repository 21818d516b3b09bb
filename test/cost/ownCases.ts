/** Prices that no two sums share, USD per 1,000 tokens or per one. */
export const prices = {
  input: 1,
  output: 7,
  cacheRead: 0.1,
  cacheWrite: 1.25,
  cacheWrite1h: 3,
  inputAudio: 11,
  outputAudio: 23,
  outputImage: 41,
  perSearch: 0.5,
};

/** A call with what it must be billed. */
export interface Own {
  readonly why: string;
  readonly line: Readonly<Record<string, unknown>>;
  /** By component. */
  readonly units: Readonly<Record<string, number>>;
  readonly unpriced?: readonly string[];
  /** Prices that hold in place of those above. */
  readonly bills?: Readonly<Record<string, number>>;
  /** Where the charge is stated, or nothing is billed. */
  readonly total?: string;
}

const base = prices;
const withTiers = (...tiers: unknown[]) => ({ prices: { cost: base, tiers } });
const without = (...names: (keyof typeof prices)[]) => ({
  prices: {
    cost: Object.fromEntries(Object.entries(base).filter(([name]) => !names.includes(name as never))),
    tiers: [],
  },
});
const batch = { when: { serviceTier: 'batch' }, cost: { input: 0.5, output: 3.5 } };
const long = { when: { contextAbove: 200_000 }, cost: { input: 2, output: 9, cacheRead: 0.2 } };
const chat = (usage: object, more: object = {}) => ({ provider: 'openai', model: 'm', api: 'chat', usage, ...more });
const messages = (usage: unknown, more: object = {}) => ({
  ...{ provider: 'anthropic', model: 'claude-x', api: 'messages', usage },
  ...more,
});
const gemini = (usage: unknown, more: object = {}) => ({
  ...{ provider: 'google', model: 'gemini-x', api: 'generateContent', usage },
  ...more,
});
const span = (attributes: object, more: object = {}) => ({
  provider: 'anthropic',
  model: 'm',
  span: attributes,
  ...more,
});
const log = (fields: object) => ({
  provider: 'anthropic',
  model: 'm',
  log: { call_type: 'acompletion', spend: 9, ...fields },
});
const kept = (usage: object, fields: object = {}) => log({ metadata: { usage_object: usage }, ...fields });
const plain = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
const reply = { input: 100, output: 10 };

export const own: Readonly<Record<string, readonly Own[]>> = {
  'cache read': [
    {
      why: 'DeepSeek: hits and misses are the prompt, the hits told twice',
      line: {
        ...{ provider: 'deepseek', model: 'm', api: 'chat' },
        usage: {
          ...{ prompt_tokens: 100, completion_tokens: 10, prompt_cache_hit_tokens: 60, prompt_cache_miss_tokens: 40 },
          prompt_tokens_details: { cached_tokens: 60 },
        },
      },
      units: { input: 40, cacheRead: 60, output: 10 },
    },
    {
      why: 'DeepSeek: only hits and misses are told',
      line: {
        ...{ provider: 'deepseek', model: 'm' },
        usage: { completion_tokens: 10, prompt_cache_hit_tokens: 60, prompt_cache_miss_tokens: 40 },
      },
      units: { input: 40, cacheRead: 60, output: 10 },
    },
    {
      why: 'Moonshot: cached_tokens stands at the top, inside',
      line: chat({ ...plain, cached_tokens: 30 }, { provider: 'moonshotai' }),
      units: { input: 70, cacheRead: 30, output: 10 },
    },
    {
      why: 'Anthropic: read on top, never subtracted',
      line: messages({
        input_tokens: 5,
        cache_read_input_tokens: 1000,
        cache_creation_input_tokens: 0,
        output_tokens: 10,
      }),
      units: { input: 5, cacheRead: 1000, output: 10 },
    },
    {
      why: 'Bedrock: read and written on top, the same number under two names',
      line: {
        ...{ provider: 'amazon-bedrock', model: 'm', api: 'converse' },
        usage: {
          ...{ inputTokens: 10, outputTokens: 4, totalTokens: 7365 },
          ...{ cacheReadInputTokens: 7351, cacheReadInputTokenCount: 7351 },
        },
      },
      units: { input: 10, cacheRead: 7351, output: 4 },
    },
    {
      why: 'all of the prompt was cached',
      line: chat({ ...plain, prompt_tokens_details: { cached_tokens: 100 } }),
      units: { cacheRead: 100, output: 10 },
    },
    {
      why: 'cached with no price of it: not the price of input',
      line: { ...chat({ ...plain, prompt_tokens_details: { cached_tokens: 30 } }), ...without('cacheRead') },
      units: { input: 70, output: 10 },
      unpriced: ['cacheRead'],
    },
    {
      why: 'Gemini interactions: cached inside, thoughts and prompts of tools outside',
      line: gemini(
        {
          ...{ total_input_tokens: 100, total_cached_tokens: 40, total_output_tokens: 10, total_thought_tokens: 5 },
          ...{ total_tool_use_tokens: 20, total_tokens: 135 },
          input_tokens_by_modality: [{ modality: 'text', tokens: 100 }],
        },
        { api: 'interactions' },
      ),
      units: { input: 80, cacheRead: 40, output: 15 },
    },
    {
      why: 'Codex: cached inside the input',
      line: {
        ...{ provider: 'openai', model: 'm' },
        usage: {
          input_tokens: 100,
          cached_input_tokens: 90,
          output_tokens: 10,
          reasoning_output_tokens: 4,
          total_tokens: 110,
        },
      },
      units: { input: 10, cacheRead: 90, output: 10 },
    },
    {
      why: 'Gemini as the Python client writes it',
      line: gemini({
        ...{ prompt_token_count: 100, cached_content_token_count: 30, candidates_token_count: 10 },
        ...{ thoughts_token_count: null, total_token_count: 110 },
      }),
      units: { input: 70, cacheRead: 30, output: 10 },
    },
  ],
  'cache write': [
    {
      why: 'Anthropic: no split, all is for five minutes',
      line: messages({ input_tokens: 5, cache_creation_input_tokens: 100, output_tokens: 10 }),
      units: { input: 5, cacheWrite: 100, output: 10 },
    },
    {
      why: 'Anthropic: a split of zeros beside a total',
      line: messages({
        ...{ input_tokens: 5, cache_creation_input_tokens: 100, output_tokens: 10 },
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      }),
      units: { input: 5, cacheWrite: 100, output: 10 },
    },
    {
      why: 'Anthropic: the split alone',
      line: messages({
        ...{ input_tokens: 5, output_tokens: 10 },
        cache_creation: { ephemeral_5m_input_tokens: 30, ephemeral_1h_input_tokens: 70 },
      }),
      units: { input: 5, cacheWrite: 30, cacheWrite1h: 70, output: 10 },
    },
    {
      why: 'for an hour without a price of it: not that of five minutes',
      line: {
        ...messages({
          ...{ input_tokens: 5, output_tokens: 10, cache_creation_input_tokens: 70 },
          cache_creation: { ephemeral_1h_input_tokens: 70 },
        }),
        ...without('cacheWrite1h'),
      },
      units: { input: 5, output: 10 },
      unpriced: ['cacheWrite1h'],
    },
    {
      why: 'Bedrock: written by how long it is kept',
      line: {
        ...{ provider: 'amazon-bedrock', model: 'm', api: 'converse' },
        usage: {
          ...{ inputTokens: 10, outputTokens: 5, totalTokens: 115, cacheWriteInputTokens: 100 },
          cacheDetails: [
            { ttl: '1h', inputTokens: 80 },
            { ttl: '5m', inputTokens: 20 },
          ],
        },
      },
      units: { input: 10, cacheWrite: 20, cacheWrite1h: 80, output: 5 },
    },
    {
      why: 'OpenAI responses: read, written and the rest are the input',
      line: {
        ...{ provider: 'openai', model: 'm', api: 'responses' },
        usage: {
          ...{ input_tokens: 2600, output_tokens: 10, total_tokens: 2610 },
          input_tokens_details: { cached_tokens: 2000, cache_write_tokens: 400 },
        },
      },
      units: { input: 200, cacheRead: 2000, cacheWrite: 400, output: 10 },
    },
    {
      why: 'Alibaba: written inside the prompt, under its own name',
      line: chat(
        { ...plain, prompt_tokens_details: { cached_tokens: 20, cache_creation_input_tokens: 50 } },
        { provider: 'alibaba' },
      ),
      units: { input: 30, cacheRead: 20, cacheWrite: 50, output: 10 },
    },
    {
      why: 'more was written for an hour than at all: contradiction',
      line: messages({
        ...{ input_tokens: 5, output_tokens: 10, cache_creation_input_tokens: 70 },
        cache_creation: { ephemeral_1h_input_tokens: 90 },
      }),
      units: { input: 5, output: 10 },
      unpriced: ['cacheWrite', 'cacheWrite1h'],
    },
  ],
  totals: [
    {
      why: 'the total says that what was cached stands beside the prompt',
      line: chat({
        prompt_tokens: 100,
        completion_tokens: 10,
        total_tokens: 160,
        prompt_tokens_details: { cached_tokens: 50 },
      }),
      units: { input: 100, cacheRead: 50, output: 10 },
    },
    {
      why: 'more was cached than the prompt has, and the total says that it is in it',
      line: chat({ ...plain, prompt_tokens_details: { cached_tokens: 150 } }),
      units: { output: 10 },
      unpriced: ['input', 'cacheRead'],
    },
    {
      why: 'more was cached than the prompt has, and no total',
      line: chat({ prompt_tokens: 100, completion_tokens: 10, prompt_tokens_details: { cached_tokens: 150 } }),
      units: { input: 100, cacheRead: 150, output: 10 },
    },
    {
      why: 'xAI through a gateway that counts reasoning in the answer',
      line: chat({ ...plain, completion_tokens_details: { reasoning_tokens: 4 } }, { provider: 'xai' }),
      units: reply,
    },
    {
      why: 'xAI without a total: reasoning beside the answer',
      line: chat(
        { prompt_tokens: 100, completion_tokens: 10, completion_tokens_details: { reasoning_tokens: 4 } },
        { provider: 'xai' },
      ),
      units: { input: 100, output: 14 },
    },
    {
      why: 'xAI responses: reasoning in the output',
      line: {
        ...{ provider: 'xai', model: 'm', api: 'responses' },
        usage: {
          input_tokens: 100,
          output_tokens: 10,
          total_tokens: 110,
          output_tokens_details: { reasoning_tokens: 4 },
        },
      },
      units: reply,
    },
    {
      why: 'an answer smaller than its reasoning, and the total says that it is in it',
      line: chat({ ...plain, completion_tokens_details: { reasoning_tokens: 40 } }),
      units: { input: 100 },
      unpriced: ['output', 'reasoning'],
    },
  ],
  reasoning: [
    {
      why: 'inside the answer, and billed once where it has a price of its own',
      line: {
        ...chat({ ...plain, completion_tokens_details: { reasoning_tokens: 4 } }),
        prices: { cost: { ...base, reasoning: 5 }, tiers: [] },
      },
      units: { input: 100, output: 6, reasoning: 4 },
      bills: { reasoning: 5 },
    },
    {
      why: 'Gemini: only thoughts, no candidates',
      line: gemini({ promptTokenCount: 100, thoughtsTokenCount: 50, totalTokenCount: 150 }),
      units: { input: 100, output: 50 },
    },
    {
      why: 'Anthropic: thinking is in the output',
      line: messages({ input_tokens: 100, output_tokens: 10, output_tokens_details: { thinking_tokens: 8 } }),
      units: reply,
    },
    {
      why: 'rejected predictions are in the answer and billed',
      line: chat({
        ...plain,
        completion_tokens_details: { accepted_prediction_tokens: 3, rejected_prediction_tokens: 4 },
      }),
      units: reply,
    },
    {
      why: 'Perplexity: the total leaves out reasoning that is billed, cited tokens have a price of their own',
      line: {
        ...{ provider: 'perplexity', model: 'sonar-deep-research', api: 'chat' },
        usage: { ...plain, reasoning_tokens: 500, num_search_queries: 3, citation_tokens: 40 },
        prices: {
          cost: { ...base, reasoning: 3 },
          tiers: [{ when: { variant: 'citation tokens' }, cost: { input: 2 } }],
        },
      },
      units: { ...reply, reasoning: 500, perSearch: 3, citation_tokens: 40 },
      bills: { reasoning: 3, citation_tokens: 2 },
    },
    {
      why: 'Gemini through a proxy that counts thoughts in the candidates',
      line: gemini({ promptTokenCount: 100, candidatesTokenCount: 50, thoughtsTokenCount: 30, totalTokenCount: 150 }),
      units: { input: 100, output: 50 },
    },
  ],
  'sound and pictures': [
    {
      why: 'Gemini: cached sound leaves the sound, not the text',
      line: gemini({
        ...{ promptTokenCount: 1000, cachedContentTokenCount: 300, candidatesTokenCount: 10, totalTokenCount: 1010 },
        promptTokensDetails: [
          { modality: 'TEXT', tokenCount: 200 },
          { modality: 'AUDIO', tokenCount: 800 },
        ],
        cacheTokensDetails: [
          { modality: 'AUDIO', tokenCount: 250 },
          { modality: 'TEXT', tokenCount: 50 },
        ],
      }),
      units: { input: 150, inputAudio: 550, cacheRead: 300, output: 10 },
    },
    {
      why: 'Gemini: a page is a document in one list and a picture in the other, and costs as text',
      line: gemini({
        ...{ promptTokenCount: 1000, cachedContentTokenCount: 600, candidatesTokenCount: 10, totalTokenCount: 1010 },
        promptTokensDetails: [
          { modality: 'DOCUMENT', tokenCount: 900 },
          { modality: 'TEXT', tokenCount: 100 },
        ],
        cacheTokensDetails: [{ modality: 'IMAGE', tokenCount: 600 }],
      }),
      units: { input: 400, cacheRead: 600, output: 10 },
    },
    {
      why: 'Gemini: pictures that come out, and text that the details do not name',
      line: gemini({
        ...{ promptTokenCount: 100, candidatesTokenCount: 1300, totalTokenCount: 1400 },
        candidatesTokensDetails: [{ modality: 'IMAGE', tokenCount: 1290 }],
      }),
      units: { input: 100, output: 10, outputImage: 1290 },
    },
    {
      why: 'Gemini speech: what comes out is sound',
      line: gemini({
        ...{ promptTokenCount: 100, candidatesTokenCount: 50, totalTokenCount: 150 },
        candidatesTokensDetails: [{ modality: 'AUDIO', tokenCount: 50 }],
      }),
      units: { input: 100, outputAudio: 50 },
    },
    {
      why: 'Gemini embeddings: pictures at their price',
      line: gemini(
        {
          promptTokenCount: 100,
          promptTokenDetails: [
            { modality: 'IMAGE', tokenCount: 90 },
            { modality: 'TEXT', tokenCount: 10 },
          ],
        },
        { api: 'embedContent', prices: { cost: { input: 1, inputImage: 4 }, tiers: [] } },
      ),
      units: { input: 10, inputImage: 90 },
      bills: { inputImage: 4 },
    },
    {
      why: 'OpenAI realtime: each kind without its cached part',
      line: {
        ...{ provider: 'openai', model: 'm', api: 'realtime' },
        usage: {
          ...{ total_tokens: 1100, input_tokens: 1000, output_tokens: 100 },
          input_token_details: {
            ...{ text_tokens: 400, audio_tokens: 600, cached_tokens: 500 },
            cached_tokens_details: { text_tokens: 200, audio_tokens: 300 },
          },
          output_token_details: { text_tokens: 30, audio_tokens: 70 },
        },
      },
      units: { input: 200, inputAudio: 300, cacheRead: 500, output: 30, outputAudio: 70 },
    },
    {
      why: 'cached sound at its own price, where the offer has one',
      line: gemini(
        {
          ...{ promptTokenCount: 100, cachedContentTokenCount: 40, totalTokenCount: 100 },
          promptTokensDetails: [{ modality: 'AUDIO', tokenCount: 100 }],
          cacheTokensDetails: [{ modality: 'AUDIO', tokenCount: 40 }],
        },
        withTiers({ when: { variant: 'audio' }, cost: { cacheRead: 0.4 } }),
      ),
      units: { inputAudio: 60, cacheRead: 40 },
      bills: { cacheRead: 0.4 },
    },
    {
      why: 'OpenAI chat: sound in the prompt and in the answer',
      line: chat({
        ...plain,
        ...{ prompt_tokens_details: { audio_tokens: 60 }, completion_tokens_details: { audio_tokens: 8 } },
      }),
      units: { input: 40, inputAudio: 60, output: 2, outputAudio: 8 },
    },
    {
      why: 'sound in the answer without a price',
      line: { ...chat({ ...plain, completion_tokens_details: { audio_tokens: 8 } }), ...without('outputAudio') },
      units: { input: 100, output: 2 },
      unpriced: ['outputAudio'],
    },
    {
      why: 'Mistral: sound beside the prompt, as the total says',
      line: chat(
        {
          ...{ prompt_tokens: 9, completion_tokens: 248, total_tokens: 632, prompt_audio_seconds: 30 },
          prompt_tokens_details: { audio_tokens: 375 },
        },
        { provider: 'mistral' },
      ),
      units: { input: 9, inputAudio: 375, output: 248 },
    },
    {
      why: 'Mistral: the same sound by seconds, where those have the price',
      line: chat(
        {
          ...{ prompt_tokens: 9, completion_tokens: 248, total_tokens: 632, prompt_audio_seconds: 30 },
          prompt_tokens_details: { audio_tokens: 375 },
        },
        { provider: 'mistral', prices: { cost: { input: 1, output: 7, perSecond: 0.25 }, tiers: [] } },
      ),
      units: { input: 9, output: 248, perSecond: 30 },
      bills: { perSecond: 0.25 },
    },
    {
      why: 'OpenAI images: without details all that comes out is an image',
      line: {
        ...{ provider: 'openai', model: 'm', api: 'images' },
        usage: {
          ...{ input_tokens: 50, output_tokens: 4160, total_tokens: 4210 },
          input_tokens_details: { text_tokens: 10, image_tokens: 40 },
        },
        prices: { cost: { ...base, inputImage: 9 }, tiers: [] },
      },
      units: { input: 10, inputImage: 40, outputImage: 4160 },
      bills: { inputImage: 9 },
    },
    {
      why: 'an image that comes out without a price',
      line: gemini(
        {
          ...{ promptTokenCount: 100, candidatesTokenCount: 50, totalTokenCount: 150 },
          candidatesTokensDetails: [{ modality: 'IMAGE', tokenCount: 50 }],
        },
        without('outputImage'),
      ),
      units: { input: 100 },
      unpriced: ['outputImage'],
    },
  ],
  'long prompts': [
    {
      why: 'exactly at the line is not above it',
      line: chat({ prompt_tokens: 200_000, completion_tokens: 10 }, withTiers(long)),
      units: { input: 200_000, output: 10 },
    },
    {
      why: 'one above it: the whole request',
      line: chat({ prompt_tokens: 200_001, completion_tokens: 10 }, withTiers(long)),
      units: { input: 200_001, output: 10 },
      bills: { input: 2, output: 9 },
    },
    {
      why: 'what was read and written counts for the length',
      line: messages(
        {
          ...{ input_tokens: 50_000, output_tokens: 10 },
          ...{ cache_read_input_tokens: 100_000, cache_creation_input_tokens: 60_000 },
        },
        withTiers(long),
      ),
      units: { input: 50_000, cacheRead: 100_000, cacheWrite: 60_000, output: 10 },
      bills: { input: 2, output: 9, cacheRead: 0.2 },
    },
    {
      why: 'what comes out does not',
      line: gemini(
        { promptTokenCount: 190_000, candidatesTokenCount: 5000, thoughtsTokenCount: 20_000, totalTokenCount: 215_000 },
        withTiers(long),
      ),
      units: { input: 190_000, output: 25_000 },
    },
    {
      why: 'of several steps the highest that is passed',
      line: chat(
        { prompt_tokens: 150_000, completion_tokens: 10 },
        withTiers(
          { when: { contextAbove: 256_000 }, cost: { input: 4, output: 4 } },
          { when: { contextAbove: 32_000 }, cost: { input: 2, output: 2 } },
          { when: { contextAbove: 128_000 }, cost: { input: 3, output: 3 } },
        ),
      ),
      units: { input: 150_000, output: 10 },
      bills: { input: 3, output: 3 },
    },
    {
      why: 'what a tier does not list stays at the base',
      line: chat(
        { prompt_tokens: 300_000, completion_tokens: 10, prompt_tokens_details: { cached_tokens: 100_000 } },
        withTiers({ when: { contextAbove: 272_000 }, cost: { input: 2 } }),
      ),
      units: { input: 200_000, cacheRead: 100_000, output: 10 },
      bills: { input: 2 },
    },
    {
      why: 'a range is not passed from above',
      line: chat(
        { prompt_tokens: 300, completion_tokens: 10 },
        withTiers(
          { when: { contextUpTo: 128 }, cost: { input: 9 } },
          { when: { contextAbove: 128, contextUpTo: 256 }, cost: { input: 8 } },
        ),
      ),
      units: { input: 300, output: 10 },
    },
  ],
  'levels of service': [
    {
      why: 'asked for flex and served it',
      line: chat(plain, {
        ...withTiers({ when: { serviceTier: 'flex' }, cost: { input: 0.5, output: 3 } }),
        ...{ request: { service_tier: 'flex' }, response: { service_tier: 'flex' } },
      }),
      units: reply,
      bills: { input: 0.5, output: 3 },
    },
    {
      why: 'Vertex says it as traffic',
      line: gemini(
        { promptTokenCount: 100, candidatesTokenCount: 10, totalTokenCount: 110, trafficType: 'ON_DEMAND_PRIORITY' },
        withTiers({ when: { serviceTier: 'priority' }, cost: { input: 2, output: 9 } }),
      ),
      units: reply,
      bills: { input: 2, output: 9 },
    },
    {
      why: 'ON_DEMAND is none',
      line: gemini(
        { promptTokenCount: 100, candidatesTokenCount: 10, totalTokenCount: 110, trafficType: 'ON_DEMAND' },
        withTiers(batch),
      ),
      units: reply,
    },
    {
      why: 'capacity that was bought ahead has no price by the token',
      line: gemini(
        {
          ...{ promptTokenCount: 100, candidatesTokenCount: 10, cachedContentTokenCount: 30 },
          trafficType: 'PROVISIONED_THROUGHPUT',
        },
        withTiers(batch),
      ),
      units: {},
      unpriced: ['input', 'output', 'cacheRead'],
    },
    {
      why: 'Anthropic: batch in the usage',
      line: messages({ input_tokens: 100, output_tokens: 10, service_tier: 'batch' }, withTiers(batch)),
      units: reply,
      bills: { input: 0.5, output: 3.5 },
    },
    {
      why: 'Anthropic: fast',
      line: messages(
        { input_tokens: 100, output_tokens: 10, service_tier: 'standard', speed: 'fast' },
        withTiers({ when: { serviceTier: 'fast' }, cost: { input: 6, output: 30 } }),
      ),
      units: reply,
      bills: { input: 6, output: 30 },
    },
    {
      why: 'a level that no price names; searches have no level',
      line: messages(
        { input_tokens: 100, output_tokens: 10, service_tier: 'priority', server_tool_use: { web_search_requests: 2 } },
        withTiers(batch),
      ),
      units: { perSearch: 2 },
      unpriced: ['input', 'output'],
    },
    {
      why: 'batch and long, and nobody states both',
      line: chat(
        { prompt_tokens: 300_000, completion_tokens: 10 },
        { ...withTiers(batch, long), request: { service_tier: 'batch' } },
      ),
      units: {},
      unpriced: ['input', 'output'],
    },
    {
      why: 'two that hold and agree',
      line: chat(
        { prompt_tokens: 300_000, completion_tokens: 10 },
        {
          ...withTiers(
            { when: { serviceTier: 'batch' }, cost: { input: 2 } },
            { when: { contextAbove: 200_000 }, cost: { input: 2 } },
          ),
          request: { service_tier: 'batch' },
        },
      ),
      units: { input: 300_000, output: 10 },
      bills: { input: 2 },
    },
    {
      why: 'Bedrock says it as an object',
      line: {
        ...{ provider: 'amazon-bedrock', model: 'm', usage: { inputTokens: 100, outputTokens: 10, totalTokens: 110 } },
        ...{
          response: { serviceTier: { type: 'flex' } },
          ...withTiers({ when: { serviceTier: 'flex' }, cost: { input: 0.5 } }),
        },
      },
      units: reply,
      bills: { input: 0.5 },
    },
    {
      why: 'Groq: on_demand is the base, also where a tier has that name',
      line: chat(plain, {
        ...withTiers({ when: { serviceTier: 'flex' }, cost: { input: 0.5 } }),
        ...{ provider: 'groq', response: { service_tier: 'on_demand' } },
      }),
      units: reply,
    },
    {
      why: 'auto was asked for, and nothing says what was served',
      line: chat(plain, { ...withTiers(batch), request: { service_tier: 'auto' }, response: {} }),
      units: reply,
    },
  ],
  'time and place': [
    {
      why: 'a window excludes its end',
      line: chat(plain, {
        ...withTiers({ when: { timeUtc: '01:00-04:00' }, cost: { input: 2 } }),
        at: '2026-10-27T04:00:00Z',
      }),
      units: reply,
    },
    {
      why: 'a window includes its start',
      line: chat(plain, {
        ...withTiers({ when: { timeUtc: '01:00-04:00' }, cost: { input: 2 } }),
        at: '2026-10-27T01:00:00Z',
      }),
      units: reply,
      bills: { input: 2 },
    },
    {
      why: 'another zone is brought to UTC, the day of the week too',
      line: chat(plain, {
        ...withTiers({ when: { days: 'mon-fri', timeUtc: '20:00-24:00' }, cost: { input: 2 } }),
        // A Saturday there, a Friday in UTC.
        at: '2026-10-31T04:30:00+08:00',
      }),
      units: reply,
      bills: { input: 2 },
    },
    {
      why: 'on Sunday no working day holds',
      line: chat(plain, {
        ...withTiers({ when: { days: 'mon-fri', timeUtc: '01:00-04:00' }, cost: { input: 2 } }),
        at: '2026-10-25T02:30:00Z',
      }),
      units: reply,
    },
    {
      why: 'a window passes midnight',
      line: chat(plain, {
        ...withTiers({ when: { timeUtc: '16:30-00:30' }, cost: { input: 2 } }),
        at: '2026-10-25T00:29:59Z',
      }),
      units: reply,
      bills: { input: 2 },
    },
    {
      why: 'the last day is included',
      line: chat(plain, {
        ...withTiers({ when: { until: '2026-08-31' }, cost: { input: 2 } }),
        at: '2026-08-31T23:59:59Z',
      }),
      units: reply,
      bills: { input: 2 },
    },
    {
      why: 'the day before the first is not',
      line: chat(plain, {
        ...withTiers({ when: { from: '2026-09-01' }, cost: { input: 2 } }),
        at: '2026-08-31T23:59:59Z',
      }),
      units: reply,
    },
    {
      why: 'a price that depends on the time, and nobody knows when it was',
      line: chat(plain, withTiers({ when: { timeUtc: '01:00-04:00' }, cost: { input: 2 } })),
      units: { output: 10 },
      unpriced: ['input'],
    },
    {
      why: 'Anthropic: served in the US',
      line: messages(
        { input_tokens: 100, output_tokens: 10, inference_geo: 'us' },
        withTiers({ when: { region: 'us' }, cost: { input: 1.1, output: 7.7 } }),
      ),
      units: reply,
      bills: { input: 1.1, output: 7.7 },
    },
    {
      why: 'Anthropic: served anywhere',
      line: messages(
        { input_tokens: 100, output_tokens: 10, inference_geo: 'global' },
        withTiers({ when: { region: 'us' }, cost: { input: 1.1, output: 7.7 } }),
      ),
      units: reply,
    },
  ],
  fees: [
    {
      why: 'Cohere rerank: search units alone',
      line: {
        ...{
          provider: 'cohere',
          model: 'm',
          api: 'rerank',
          usage: { api_version: { version: '2' }, billed_units: { search_units: 1 } },
        },
        prices: { cost: { perSearch: 0.5 }, tiers: [] },
      },
      units: { perSearch: 1 },
    },
    {
      why: 'searches without a price are not left out',
      line: {
        ...messages({ input_tokens: 100, output_tokens: 10, server_tool_use: { web_search_requests: 1 } }),
        ...without('perSearch'),
      },
      units: reply,
      unpriced: ['perSearch'],
    },
    {
      why: 'fetches cost nothing beside their tokens',
      line: messages({
        input_tokens: 100,
        output_tokens: 10,
        server_tool_use: { web_search_requests: 0, web_fetch_requests: 3 },
      }),
      units: reply,
    },
    {
      why: 'Perplexity: one request, by how much of the web it reads',
      line: {
        ...{ provider: 'perplexity', model: 'sonar', api: 'chat', usage: { ...plain, search_context_size: 'high' } },
        prices: {
          cost: { ...base, perRequest: 5 },
          tiers: [
            { when: { variant: 'low search context' }, cost: { perRequest: 5 } },
            { when: { variant: 'high search context' }, cost: { perRequest: 12 } },
          ],
        },
      },
      units: { ...reply, perRequest: 1 },
      bills: { perRequest: 12 },
    },
    {
      why: 'xAI without the charge: calls of tools that the server ran',
      line: {
        ...{ provider: 'xai', model: 'm', api: 'responses' },
        usage: {
          input_tokens: 100,
          output_tokens: 10,
          server_side_tool_usage_details: { web_search_calls: 2, x_search_calls: 1 },
        },
      },
      units: { ...reply, perSearch: 3 },
    },
  ],
  stated: [
    {
      why: 'xAI: ticks, whatever else it counts',
      line: chat({ ...plain, cost_in_usd_ticks: 12_345_678 }, { provider: 'xai' }),
      units: {},
      total: '0.0012345678',
    },
    {
      why: 'OpenRouter with a key of the caller: the fee and what the provider takes',
      line: chat(
        { ...plain, cost: 0.0005, is_byok: true, cost_details: { upstream_inference_cost: 0.01 } },
        { provider: 'openrouter' },
      ),
      units: {},
      total: '0.0105',
    },
    {
      why: 'OpenRouter: nothing for a free model',
      line: chat({ ...plain, cost: 0, is_byok: false }, { provider: 'openrouter' }),
      units: {},
      total: '0',
    },
    {
      why: 'OpenRouter: no charge is told',
      line: chat({ ...plain, cost: null }, { provider: 'openrouter' }),
      units: reply,
    },
    {
      why: 'Perplexity: the sum of all that it lists',
      line: chat({ ...plain, cost: { input_tokens_cost: 0.1, total_cost: 0.3 } }, { provider: 'perplexity' }),
      units: {},
      total: '0.3',
    },
    {
      why: "a gateway's estimate is no charge",
      line: chat({ ...plain, cost: 42, response_cost: 42 }, { spend: 42 }),
      units: reply,
    },
  ],
  streams: [
    {
      why: 'OpenAI: null until the last event',
      line: chat([null, null, plain], { stream: true }),
      units: reply,
    },
    {
      why: 'Gemini: every chunk has the totals so far',
      line: gemini(
        [
          { promptTokenCount: 100, candidatesTokenCount: 3, totalTokenCount: 103 },
          { promptTokenCount: 100, candidatesTokenCount: 7, totalTokenCount: 107 },
          { promptTokenCount: 100, candidatesTokenCount: 10, totalTokenCount: 130, thoughtsTokenCount: 20 },
        ],
        { stream: true },
      ),
      units: { input: 100, output: 30 },
    },
    {
      why: 'Anthropic: the cache is told in the last event alone',
      line: messages(
        [
          { input_tokens: 100, output_tokens: 1 },
          { output_tokens: 10, cache_read_input_tokens: 50 },
        ],
        { stream: true },
      ),
      units: { ...reply, cacheRead: 50 },
    },
    {
      why: 'Anthropic: a later total, an earlier split',
      line: messages(
        [
          {
            ...{ input_tokens: 100, output_tokens: 1, cache_creation_input_tokens: 30 },
            cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 30 },
          },
          { output_tokens: 10, cache_creation_input_tokens: 80 },
        ],
        { stream: true },
      ),
      units: { ...reply, cacheWrite: 50, cacheWrite1h: 30 },
    },
    {
      why: 'a later null takes nothing back, a later object replaces the whole',
      line: chat(
        [
          { ...plain, prompt_tokens_details: { cached_tokens: 20, audio_tokens: 5 } },
          { prompt_tokens: null, prompt_tokens_details: { cached_tokens: 30 } },
        ],
        { stream: true },
      ),
      units: { input: 70, cacheRead: 30, output: 10 },
    },
    {
      why: 'events as they come',
      line: messages(
        [
          {
            type: 'message_start',
            message: { usage: { input_tokens: 100, output_tokens: 1, cache_read_input_tokens: 0 } },
          },
          { type: 'content_block_delta' },
          { type: 'message_delta', usage: { output_tokens: 10 } },
        ],
        { stream: true },
      ),
      units: reply,
    },
  ],
  'embeddings, speech and the like': [
    {
      why: 'Voyage: one number',
      line: { provider: 'voyage', model: 'm', api: 'embeddings', usage: { total_tokens: 9 } },
      units: { input: 9 },
    },
    {
      why: 'Cohere embed: pictures at the price of input where they have none',
      line: {
        provider: 'cohere',
        model: 'm',
        api: 'embed',
        usage: { billed_units: { input_tokens: 5, image_tokens: 20, images: 1 } },
      },
      units: { input: 25 },
    },
    {
      why: 'MiniMax speech: characters',
      line: {
        ...{ provider: 'minimax', model: 'm', api: 'speech', prices: { cost: { perCharacter: 0.25 }, tiers: [] } },
        usage: { audio_length: 11_124, audio_sample_rate: 32_000, word_count: 25, usage_characters: 26 },
      },
      units: { perCharacter: 26 },
      bills: { perCharacter: 0.25 },
    },
    {
      why: 'MiniMax chat: characters beside tokens are none',
      line: chat({ ...plain, total_characters: 400 }, { provider: 'minimax' }),
      units: reply,
    },
    {
      why: 'OpenAI transcription by tokens',
      line: {
        ...{ provider: 'openai', model: 'm', api: 'transcriptions' },
        usage: {
          ...{ type: 'tokens', input_tokens: 14, output_tokens: 10, total_tokens: 24 },
          input_token_details: { text_tokens: 4, audio_tokens: 10 },
        },
      },
      units: { input: 4, inputAudio: 10, output: 10 },
    },
    {
      why: 'seconds where only tokens have a price',
      line: { provider: 'openai', model: 'm', api: 'transcriptions', usage: { type: 'duration', seconds: 3 } },
      units: {},
      unpriced: ['perSecond'],
    },
    {
      why: 'Mistral OCR: pages',
      line: {
        ...{ provider: 'mistral', model: 'm', api: 'ocr', prices: { cost: { perPage: 0.25 }, tiers: [] } },
        usage: { pages_processed: 3, doc_size_bytes: 1234 },
      },
      units: { perPage: 3 },
      bills: { perPage: 0.25 },
    },
  ],
  spans: [
    {
      why: 'as OTLP writes it, whole numbers as texts',
      line: {
        ...{ provider: 'anthropic', model: 'm' },
        span: {
          attributes: [
            { key: 'gen_ai.usage.input_tokens', value: { intValue: '100' } },
            { key: 'gen_ai.usage.cache_read.input_tokens', value: { intValue: '60' } },
            { key: 'gen_ai.usage.output_tokens', value: { intValue: '10' } },
          ],
        },
      },
      units: { input: 40, cacheRead: 60, output: 10 },
    },
    {
      why: 'old names of the same numbers beside the new ones',
      line: span({
        ...{ 'gen_ai.usage.input_tokens': 100, 'gen_ai.usage.prompt_tokens': 100, 'gen_ai.usage.output_tokens': 10 },
        ...{ 'gen_ai.usage.completion_tokens': 10, 'gen_ai.usage.cache_read_input_tokens': 20 },
        'gen_ai.usage.cache_read.input_tokens': 20,
      }),
      units: { input: 80, cacheRead: 20, output: 10 },
    },
    {
      why: 'a total proves that the input excludes what was cached',
      line: span({
        ...{ 'gen_ai.usage.input_tokens': 100, 'gen_ai.usage.cache_read.input_tokens': 60 },
        ...{ 'gen_ai.usage.output_tokens': 10, 'gen_ai.usage.total_tokens': 170 },
      }),
      units: { input: 100, cacheRead: 60, output: 10 },
    },
    {
      why: 'reasoning is in the output; the level that was served counts',
      line: span(
        {
          ...{ 'gen_ai.usage.input_tokens': 100, 'gen_ai.usage.output_tokens': 10 },
          ...{ 'gen_ai.usage.reasoning.output_tokens': 6, 'openai.response.service_tier': 'batch' },
          'openai.request.service_tier': 'auto',
        },
        withTiers(batch),
      ),
      units: reply,
      bills: { input: 0.5, output: 3.5 },
    },
    {
      why: 'a span without counts',
      line: span({ 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'm' }),
      units: {},
      unpriced: ['usage'],
    },
    {
      why: "an instrumentation's cost is its own estimate",
      line: span({ 'gen_ai.usage.input_tokens': 100, 'gen_ai.usage.output_tokens': 10, 'gen_ai.usage.cost': 42 }),
      units: reply,
    },
  ],
  LiteLLM: [
    {
      why: 'metadata as a text',
      line: log({
        metadata: JSON.stringify({
          usage_object: { ...plain, prompt_tokens_details: { cached_tokens: 60 }, cache_read_input_tokens: 60 },
        }),
      }),
      units: { input: 40, cacheRead: 60, output: 10 },
    },
    { why: "the proxy's own cache answered", line: kept(plain, { cache_hit: 'True' }), units: {}, total: '0' },
    {
      why: 'no usage object: the columns',
      line: log({ ...plain, metadata: {} }),
      units: reply,
    },
    {
      why: 'the columns, and what else was counted',
      line: log({
        ...plain,
        metadata: { additional_usage_values: { cache_read_input_tokens: 60, cache_creation_input_tokens: 30 } },
      }),
      units: { input: 10, cacheRead: 60, cacheWrite: 30, output: 10 },
    },
    {
      why: "through Anthropic's own API it counts as Anthropic does",
      line: kept(
        { input_tokens: 10, output_tokens: 10, cache_read_input_tokens: 60, cache_creation_input_tokens: 0 },
        { call_type: 'anthropic_messages', prompt_tokens: 70, completion_tokens: 10, total_tokens: 80 },
      ),
      units: { input: 10, cacheRead: 60, output: 10 },
    },
  ],
  incomplete: [
    {
      why: 'no usage',
      line: { provider: 'openai', model: 'm', api: 'chat', usage: null },
      units: {},
      unpriced: ['usage'],
    },
    { why: 'an empty one', line: chat({}), units: {}, unpriced: ['usage'] },
    {
      why: 'nulls alone',
      line: chat({ prompt_tokens: null, completion_tokens: null }),
      units: {},
      unpriced: ['usage'],
    },
    { why: 'it is missing', line: { provider: 'openai', model: 'm', api: 'chat' }, units: {}, unpriced: ['usage'] },
    {
      why: 'one number for a chat does not tell what it was',
      line: chat({ total_tokens: 50 }),
      units: {},
      unpriced: ['usage'],
    },
    { why: 'zeros cost nothing', line: chat({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }), units: {} },
    {
      why: 'a negative count is none',
      line: chat({ prompt_tokens: 100, completion_tokens: -1 }),
      units: {},
      unpriced: ['usage'],
    },
    {
      why: 'free is 0 and no gap',
      line: chat(plain, { prices: { cost: { input: 0, output: 0 }, tiers: [] } }),
      units: reply,
      bills: { input: 0, output: 0 },
    },
    {
      why: 'no prices at all',
      line: chat(plain, { prices: { cost: {}, tiers: [] } }),
      units: {},
      unpriced: ['input', 'output'],
    },
    {
      why: 'Cohere without what is billed',
      line: { provider: 'cohere', model: 'm', api: 'chat', usage: { tokens: { input_tokens: 5, output_tokens: 5 } } },
      units: {},
      unpriced: ['usage'],
    },
  ],
  'several requests': [
    {
      why: 'each is long or short by itself',
      line: messages(
        {
          ...{ input_tokens: 10, output_tokens: 5 },
          iterations: [
            { type: 'compaction', input_tokens: 150_000, output_tokens: 10 },
            { type: 'message', input_tokens: 100_000, output_tokens: 5 },
          ],
        },
        withTiers(long),
      ),
      units: { input: 250_000, output: 15 },
    },
    {
      why: 'another model was asked, whose price nobody gives',
      line: messages({
        ...{ input_tokens: 100, output_tokens: 10 },
        iterations: [
          { type: 'message', input_tokens: 100, output_tokens: 10 },
          { type: 'advisor_message', model: 'claude-other', input_tokens: 900, output_tokens: 90 },
        ],
      }),
      units: reply,
      unpriced: ['model:claude-other'],
    },
    {
      why: 'the same model by its name is no other',
      line: messages({
        ...{ input_tokens: 100, output_tokens: 10 },
        iterations: [{ type: 'message', model: 'claude-x-20260101', input_tokens: 100, output_tokens: 10 }],
      }),
      units: reply,
    },
    {
      why: 'an empty list: the top level',
      line: messages({ input_tokens: 100, output_tokens: 10, iterations: [] }),
      units: reply,
    },
    {
      why: 'Gemini: the prompts of tools are billed as input',
      line: gemini({
        promptTokenCount: 40,
        toolUsePromptTokenCount: 60,
        candidatesTokenCount: 10,
        totalTokenCount: 110,
      }),
      units: reply,
    },
  ],
};
