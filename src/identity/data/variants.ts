import { words } from './words.js';

/**
 * Words that labs put into the names of their own models: sizes by name, trainings, senses, stages. A name that holds
 * none but these, families and numbers can be a lab's own; another word in it makes it somebody's fine-tune.
 */
export const VARIANTS = words(
  'air airx all open alpha apply asr audio base beta build canvas character chat classic code codex coder coding community compact ' +
    'computer content core creative customtools deep dev diarize distill distilled dpo edit embed embedding embeddings english ' +
    'enhanced exp expanse experimental express extended fast fim fill flash flashx flex fusion gen general generate generation ' +
    'guard haiku hd her high image imagine instant instruct instruction it klein kontext large latest light lightning lite live ' +
    'long low luna lunaris machine math maverick max medium micro mini minimal mm moe moderation motion mt multi multilingual ' +
    'multimodal music nano native nemo next ocr omni online opus oss parse parser plus preview premier prime pro prompt pt quality ' +
    'r raw realtime reason reasoner reasoning rerank reranker research reward robotics safeguard safety schnell scout search ' +
    'sft small sol sonnet speciale speech spark standard streaming stt super terminus terra text thinker thinking think tiny to ' +
    'transcribe transcription translate tts turbo turbos ui ultra use version video vision vl vlm voice x xl xs xx xxl zero ' +
    'agent multiagent v s m l t h a en es de ja zh',
);

/** Words of those who take something out of others' weights or blend them: the model is the maker's, not the lab's. */
export const TUNED = words(
  'abliterated uncensored derestricted heretic unhinged unleashed unshackled decensored merge slerp roleplay rp jailbroken obliterated',
);

/** Words for a model that was trained to talk; labs write one of them, sellers often none. */
export const INSTRUCT = words('instruct it chat');

/** One spelling of words that labs and sellers write in several ways. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['experimental', 'exp'], ['embed', 'embedding'], ['embeddings', 'embedding'], ['think', 'thinking'], ['prev', 'preview'],
  ['rerank', 'reranker'], ['multiagent', 'agent'], ['std', 'standard'], ['distilled', 'distill'],
]); // prettier-ignore

/** Words that only say what an interface does with the model: Google's `generate`, Hugging Face's `hf`. */
export const EMPTY = words('hf generate generation');

/** Families of embeddings alone: for them the word says nothing (`text-embedding-bge-m3`). */
export const EMBEDDINGS = words('bge e5 gte nomic mxbai arctic');

/** Words by which customers name their own deployments. */
export const PRIVATE = words('my our internal prod production staging deployment endpoint finetune finetuned');

/** Names of automatic choices. */
export const ROUTERS = words('auto router autoroute automatic');
