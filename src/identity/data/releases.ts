/** The releases that a lab published behind one name, where the ids don't tell. */
export interface Releases {
  readonly lab: string;
  /** Words, version and, where it matters, size of the name; without `instruct`. */
  readonly name: string;
  /** Its dates, as the lab writes them; `*` where the lab keeps on releasing under the name. */
  readonly dates: string;
  /** The date of the release that the undated name stands for; none: the undated name is a pointer or a model of its own. */
  readonly first?: string;
  /** Version numbers by which the lab calls a dated release: `2=2407 3=2512`. */
  readonly numbers?: string;
  readonly source: string;
}

const MISTRAL = 'docs.mistral.ai/getting-started/models and the changelog';
const MODEL_STUDIO = 'alibabacloud.com/help/model-studio/models: stable name, latest and snapshots of each';
const HF = 'huggingface.co: a repository of its own for each';

/** By lab. */
export const releases: readonly Releases[] = [
  { lab: 'mistral', name: 'mistral-large', dates: '2402 2407 2411 2512', numbers: '2=2407 2.1=2411 3=2512', source: MISTRAL },
  { lab: 'mistral', name: 'mistral-medium', dates: '2312 2505 2508 2604', numbers: '3=2505 3.1=2508 3.5=2604', source: MISTRAL },
  { lab: 'mistral', name: 'mistral-small', dates: '2402 2409 2501 2503 2506 2603', numbers: '3=2501 3.1=2503 3.2=2506 4=2603', source: MISTRAL },
  { lab: 'mistral', name: 'codestral', dates: '2405 2501 2508', numbers: '2=2508 r0.1=2405', source: MISTRAL },
  { lab: 'mistral', name: 'devstral-small', dates: '2505 2507 2512', numbers: '1.1=2507 2=2512', source: MISTRAL },
  { lab: 'mistral', name: 'devstral-medium', dates: '2507', source: MISTRAL },
  { lab: 'mistral', name: 'devstral', dates: '2512', numbers: '2=2512', source: MISTRAL },
  { lab: 'mistral', name: 'magistral-small', dates: '2506 2507 2509', numbers: '1=2506 1.1=2507 1.2=2509', source: MISTRAL },
  { lab: 'mistral', name: 'magistral-medium', dates: '2506 2507 2509', numbers: '1=2506 1.1=2507 1.2=2509', source: MISTRAL },
  { lab: 'mistral', name: 'ministral-3b', dates: '2410 2512', numbers: '3=2512', source: MISTRAL },
  { lab: 'mistral', name: 'ministral-8b', dates: '2410 2512', numbers: '3=2512', source: MISTRAL },
  { lab: 'mistral', name: 'ministral-14b', dates: '2512', numbers: '3=2512', source: MISTRAL },
  { lab: 'mistral', name: 'mistral-ocr', dates: '2503 2505 2512 *', numbers: '3=2512', source: MISTRAL },
  { lab: 'mistral', name: 'mistral-moderation', dates: '2411 2603', source: MISTRAL },
  { lab: 'mistral', name: 'voxtral-mini', dates: '2507 2602', source: MISTRAL },
  { lab: 'mistral', name: 'pixtral-large', dates: '2411', source: MISTRAL },
  { lab: 'deepseek', name: 'deepseek-v3', dates: '2024-12-26 2025-03-24', first: '2024-12-26', source: HF },
  { lab: 'deepseek', name: 'deepseek-r1', dates: '2025-01-20 2025-05-28', first: '2025-01-20', source: HF },
  { lab: 'moonshotai', name: 'kimi-k2', dates: '0711 0905', first: '0711', source: HF },
  { lab: 'deepseek', name: 'deepseek-v4-flash', dates: '*', source: HF },
  { lab: 'deepseek', name: 'deepseek-v4-pro', dates: '*', source: HF },
  { lab: 'stepfun', name: 'step-3.5-flash', dates: '*', source: 'models.dev: came out in January 2026, and 2603 in April' },
  { lab: 'alibaba', name: 'qwen-image', dates: '2508 2512', source: HF },
  { lab: 'alibaba', name: 'qwen3', dates: '2504 2507', source: HF },
  { lab: 'alibaba', name: 'qwen', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-plus', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-max', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-turbo', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-flash', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-long', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-vl-max', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-vl-plus', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-vl-ocr', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-omni-turbo', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen-coder-plus', dates: '*', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen3-max', dates: '2025-09-23 2026-01-23', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen3-coder-plus', dates: '2025-07-22 2025-09-23', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen3-vl-plus', dates: '2025-09-23 2025-12-19', source: MODEL_STUDIO },
  { lab: 'alibaba', name: 'qwen3-vl-flash', dates: '2025-10-15 2026-01-22', source: MODEL_STUDIO },
  { lab: 'cohere', name: 'command-r', dates: '03-2024 08-2024', first: '03-2024', source: 'docs.cohere.com/docs/models' },
  { lab: 'cohere', name: 'command-r-plus', dates: '04-2024 08-2024', first: '04-2024', source: 'docs.cohere.com/docs/models' },
  { lab: 'anthropic', name: 'claude-3.5-sonnet', dates: '20240620 20241022', numbers: 'r1=20240620 r2=20241022', source: 'platform.claude.com/docs: v1 and v2 at Vertex and Bedrock' },
  { lab: 'openai', name: 'gpt-4o', dates: '2024-05-13 2024-08-06 2024-11-20', source: 'platform.openai.com/docs/models' },
  { lab: 'openai', name: 'gpt-4', dates: '0314 0613', source: 'platform.openai.com/docs/models' },
  { lab: 'openai', name: 'gpt-3.5-turbo', dates: '0301 0613 1106 0125', source: 'platform.openai.com/docs/models' },
  { lab: 'openai', name: 'gpt-4-preview', dates: '1106 0125', source: 'platform.openai.com/docs/models' },
  { lab: 'openai', name: 'gpt-4o-audio-preview', dates: '2024-10-01 2024-12-17 2025-06-03', source: 'platform.openai.com/docs/models' },
  { lab: 'openai', name: 'gpt-4o-realtime-preview', dates: '2024-10-01 2024-12-17 2025-06-03', source: 'platform.openai.com/docs/models' },
  { lab: 'openai', name: 'gpt-4o-mini-tts', dates: '2025-03-20 2025-12-15', source: 'platform.openai.com/docs/models' },
  { lab: 'openai', name: 'gpt-4o-mini-transcribe', dates: '2025-03-20 2025-12-15', source: 'platform.openai.com/docs/models' },
  { lab: 'openai', name: 'gpt-realtime-mini', dates: '2025-10-06 2025-12-15', source: 'platform.openai.com/docs/models' },
  { lab: 'alibaba', name: 'qwen3-asr-flash', dates: '2025-09-08 2026-02-10', source: MODEL_STUDIO },
  { lab: 'zhipuai', name: 'glm-4-plus', dates: '*', source: 'docs.z.ai and bigmodel.cn: snapshots 0111, 0520' },
  { lab: 'zhipuai', name: 'glm-4-air', dates: '*', source: 'docs.z.ai and bigmodel.cn: snapshots 0111, 0605' },
  { lab: 'meituan', name: 'longcat-flash-thinking', dates: '2509 2601', source: HF },
  { lab: 'google', name: 'gemini-2.5-pro-preview', dates: '03-25 05-06 06-05', source: 'ai.google.dev/gemini-api/docs/changelog' },
  { lab: 'google', name: 'gemini-2.5-flash-preview', dates: '04-17 05-20 09-2025', source: 'ai.google.dev/gemini-api/docs/changelog' },
  { lab: 'google', name: 'gemini-2.5-flash-lite-preview', dates: '06-17 09-2025', source: 'ai.google.dev/gemini-api/docs/changelog' },
  { lab: 'upstage', name: 'solar-mini', dates: '240612 250123 250422', source: 'console.upstage.ai/docs/models' },
  { lab: 'upstage', name: 'solar-pro', dates: '241126 250422', source: 'console.upstage.ai/docs/models' },
  { lab: 'upstage', name: 'solar-pro2', dates: '250710 250909 251215', source: 'console.upstage.ai/docs/models' },
]; // prettier-ignore

/** Labs whose undated ids point at the dated release by their own documentation, whatever catalogues say of the day. */
export const POINTING: ReadonlySet<string> = new Set(['openai', 'anthropic', 'google', 'xai', 'mistral']);

/** Names that a lab sells beside names with a size: the bare one is not short for the sized one. */
export const ownWithoutSize: readonly { readonly lab: string; readonly name: string; readonly source: string }[] = [
  { lab: 'zhipuai', name: 'glm-4', source: 'docs.z.ai: GLM-4 (2024) and GLM-4-32B-0414 are two models' },
];
