import type { Cost } from '../../model/cost.js';
import type { Mode, Model } from '../../model/model.js';

/** What tells a mode, beside the provider's own word. */
type Known = Pick<Model, 'id' | 'name' | 'modalities'> & Partial<Pick<Model, 'limit' | 'cost'>>;

type Prices = Partial<Cost>;

type Names = readonly (readonly [RegExp, Mode])[];

/** Words that no model of another mode has in its name; they tell more than modalities, which lists fill in by habit. */
const decisive: Names = [
  [/(?<![a-z])trainer(?![a-z])|3d(?![a-z\d])/, 'other'],
  [/rerank/, 'rerank'],
  [/(?<![a-z])(embed(?!ded)|(bge|gte|gme|e5|voyage)-|minilm|mpnet)/, 'embedding'],
  [/(?<![a-z])moderation(?![a-z])/, 'moderation'],
  [/whisper|transcri(be|ption)|(?<![a-z])(asr|stt)(?![a-z])|speech-to-text/, 'transcription'],
  [/tts(?![a-z])|text-to-speech|(?<![a-z])speech-\d/, 'speech'],
  [/(?<![a-z])(music|lyria|sfx)(?![a-z])|sound-effect/, 'other'],
  [/dall-?e|gpt-image|image-generat|stable-(diffusion|image)|(?<![a-z])(imagen|sdxl|canvas)(?![a-z])/, 'image'],
];

/** Families that make one thing only; asked last, for a name says less than modalities and prices. */
const families: Names = [
  [
    /(?<![a-z])(video(?!-?(detect|understand|caption|classif))|[tirv]2v|veo|sora|kling|seedance|hailuo|runway|luma)(?![a-z])/,
    'video',
  ],
  [/(?<![a-z])(image|flux|seedream|recraft|ideogram)(?![a-z])/, 'image'],
  [/(?<![a-z])(babbage|curie|davinci)(?![a-z])/, 'completion'],
  [
    /gemma|llama|starcoder|instruct|(?<![a-z])(gpt|chatgpt|codex|o[134]|claude|gemini|qwen|qwq|qvq|mistral|mixtral|ministral|magistral|devstral|codestral|pixtral|deepseek|glm|kimi|grok|phi|command|nova|jamba|jurassic|minimax|ernie|hunyuan|hy|doubao|seed|step|yi|sonar|nemotron|olmo|granite|falcon|solar|mercury|reka|dbrx|hermes|wizardlm|vicuna|titan-text|palmyra|lfm|longcat|mimo|ling|ring|aya|chat|coder)(?![a-z])/,
    'chat',
  ],
];

/** Models that go on with a text: base models and those that fill in the middle. */
const completes = /(?<![a-z])fim(?![a-z])|-base$/;

/**
 * What a model is for, where its provider does not say: by words of its name that only one mode has, by what goes in and
 * comes out, by what it is paid for, and last by its family. Null where nothing tells, for wrong is worse than null.
 */
export function modeFor(model: Known): Mode | null {
  const text = `${model.name ?? ''} ${model.id}`.toLowerCase();
  const named = (names: Names) => names.find(([word]) => word.test(text))?.[1] ?? null;
  const mode =
    named(decisive) ??
    ocrBy(text, model.cost ?? {}) ??
    byModalities(model) ??
    byPrice(model) ??
    named(families) ??
    byLimit(model);
  return mode === 'chat' && completes.test(text) ? 'completion' : mode;
}

/** What reads pages and is paid by tokens is talked to like any model that sees. */
const ocrBy = (text: string, { input, output, perPage }: Prices): Mode | null =>
  perPage || (/ocr(?![a-z])/.test(text) && !input && !output) ? 'ocr' : null;

function byModalities({ modalities: { input, output } }: Known): Mode | null {
  if (output.includes('text')) return byInput(input, output.length === 1);
  if (output.includes('video')) return 'video';
  if (output.includes('image')) return 'image';
  if (!output.includes('audio')) return null;
  return input.includes('text') || input.length === 0 ? 'speech' : 'other';
}

/** Of what writes: text or sound in is a talk, sound alone to text alone is dictation, a mere look at pictures is neither. */
function byInput(input: Known['modalities']['input'], onlyText: boolean): Mode | null {
  if (input.length === 0 || input.includes('text')) return 'chat';
  if (!input.includes('audio')) return null;
  return onlyText && input.length === 1 ? 'transcription' : 'chat';
}

/** What is paid for tells what comes out, where nothing says that it is another thing. */
const byPrice = ({ cost, modalities }: Known): Mode | null => {
  const { perImage, perMegapixel, outputImage, perCharacter }: Prices = cost ?? {};
  if (modalities.output.length > 0) return null;
  if (perImage || perMegapixel || outputImage) return 'image';
  return perCharacter ? 'speech' : null;
};

/** What has a context window and is not told to be anything else reads and writes text. */
const byLimit = ({ limit, modalities }: Known): Mode | null =>
  !!limit?.context && modalities.output.length === 0 ? 'chat' : null;
