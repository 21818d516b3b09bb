/**
 * The lab of each family word. A name may hold several (`llama-3.1-nemotron`, `deepseek-r1-distill-qwen`): the first group
 * are makers who build on others' weights, so their word decides; behind them the first word of the name does.
 * Known from the labs' own lists of models and from the folders in which the recorded providers sell them.
 */
const DERIVED = {
  'aion-labs': 'aion',
  'arcee-ai': 'arcee trinity virtuoso maestro spotlight',
  aisingapore: 'lion',
  baai: 'bge',
  cognitivecomputations: 'dolphin',
  deepcogito: 'cogito',
  gryphe: 'mythomax',
  hcompany: 'holo2 holo3 holo',
  intfloat: 'e5',
  microsoft: 'wizardlm mai',
  'nex-agi': 'nex',
  nousresearch: 'hermes deephermes nous capybara',
  nvidia: 'nemotron minitron nemoguard nemoretriever chatqa nv nvclip cosmos parakeet canary',
  sao10k: 'euryale lunaris stheno hanami',
  'shisa-ai': 'shisa',
  snowflake: 'snowflake arctic',
  'swiss-ai': 'apertus',
  teknium: 'openhermes',
  thedrummer: 'cydonia skyfall rocinante unslopnemo anubis magidonia',
  'tokyotech-llm': 'swallow',
  undi95: 'remm toppy',
  'anthracite-org': 'magnum',
} as const;

const PLAIN = {
  ai21: 'jamba j2 jurassic',
  alibaba: 'qwen qwq qvq wan gte gme tongyi happyhorse',
  allenai: 'olmo molmo olmocr tulu',
  amazon: 'nova titan',
  anthropic: 'claude opus sonnet haiku fable mythos',
  baichuan: 'baichuan',
  baidu: 'ernie qianfan irag paddleocr',
  bigcode: 'starcoder starcoder2',
  'black-forest-labs': 'flux',
  bytedance: 'seed doubao seedream seedance dola jimeng',
  canopylabs: 'orpheus',
  cohere: 'command aya rerank north',
  databricks: 'dbrx',
  deepseek: 'deepseek',
  elevenlabs: 'elevenlabs scribe',
  essentialai: 'rnj',
  google: 'gemini gemma gemma3n imagen veo lyria palm chirp codegemma medgemma embeddinggemma learnlm banana diffusiongemma recurrentgemma',
  ibm: 'granite',
  ideogram: 'ideogram',
  inception: 'mercury',
  inclusionai: 'ling ring llada',
  inflection: 'inflection',
  'jina-ai': 'jina',
  kuaishou: 'kling kat',
  'lg-ai': 'exaone',
  liquid: 'lfm lfm2',
  luma: 'ray luma',
  meituan: 'longcat',
  meta: 'llama codellama llamaguard muse',
  microsoft: 'phi',
  minimax: 'minimax hailuo abab',
  mistral: 'mistral mixtral ministral codestral devstral magistral pixtral voxtral mathstral leanstral',
  mixedbread: 'mxbai',
  moonshotai: 'kimi moonshot moonlight',
  morph: 'morph',
  'nomic-ai': 'nomic',
  openai: 'gpt chatgpt whisper dall sora davinci babbage ada tts codex computer omni o',
  perplexity: 'sonar pplx',
  poolside: 'laguna',
  primeintellect: 'intellect',
  recraft: 'recraft',
  rekaai: 'reka',
  sakana: 'fugu',
  sarvam: 'sarvam',
  servicenow: 'apriel',
  stabilityai: 'sd sdxl stable stablediffusionxl',
  stepfun: 'step stepaudio gelab',
  tencent: 'hunyuan hy hy3',
  thinkingmachines: 'inkling',
  upstage: 'solar',
  voyage: 'voyage',
  writer: 'palmyra',
  xai: 'grok',
  xiaomi: 'mimo',
  zhipuai: 'glm chatglm cogview cogvideox autoglm codegeex',
  '01-ai': 'yi',
  opengvlab: 'internvl',
  miromind: 'mirothinker',
  huggingfaceh4: 'zephyr',
  openchat: 'openchat',
  eleutherai: 'pythia',
  fireworks: 'firefunction firesearch firellava',
  bria: 'bria',
  krea: 'krea',
  lightricks: 'ltx',
  pixverse: 'pixverse',
  vidu: 'vidu',
  runway: 'runway',
  topaz: 'topaz',
  sdaia: 'allam',
  groq: 'compound',
  'sentence-transformers': 'minilm mpnet',
  hexgrad: 'kokoro',
} as const;

const byWord = (labs: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(labs).flatMap(([lab, words]) => words.split(' ').map((word) => [word, lab] as const)));

/** Families that stand on other labs' weights and say so in the name. */
export const derivedFamilies = byWord(DERIVED);
/** All other families. */
export const plainFamilies = byWord(PLAIN);
/** Words that are families only where no other one is named and nothing unknown stands beside (`tts-1`, `codex-mini`). */
export const WEAK: ReadonlySet<string> = new Set(['tts', 'codex', 'computer', 'ada', 'omni', 'o']);
/** Words that are families at the head of a name alone (`ace-step` is not Stepfun's). */
export const HEADS_ONLY: ReadonlySet<string> = new Set([
  'step', 'north', 'ray', 'command', 'solar', 'mercury', 'nova', 'ring', 'ling', 'muse', 'hy', 'yi', 'arrow', 'compound',
  'seed', 'wan', 'stable', 'reka', 'sonar',
]); // prettier-ignore

/** Families that are the lab's name too and stand before another family of it (`moonshot-kimi-k2`). */
export const NAMED_AS_LAB: ReadonlySet<string> = new Set(['moonshot', 'arcee', 'qwen', 'mistral', 'minimax', 'deepseek', 'recraft', 'sarvam', 'solar']);

/** True for the word of a family. */
export const isFamily = (word: string): boolean => derivedFamilies.has(word) || plainFamilies.has(word);

/** Tier words that imply a family which some sellers leave out (`duo-chat-opus-4-6`). */
export const impliedFamilies: ReadonlyMap<string, string> = new Map([
  ['opus', 'claude'], ['sonnet', 'claude'], ['haiku', 'claude'], ['fable', 'claude'], ['mythos', 'claude'],
]); // prettier-ignore

/** Lab of a family that sells letter and number alone (`deepseek.r1`, `minimax/m2-her`, `k3`). */
export const shortFamilies: ReadonlyMap<string, string> = new Map([
  ['deepseek', 'deepseek'], ['minimax', 'minimax'], ['moonshotai', 'kimi'],
]); // prettier-ignore
