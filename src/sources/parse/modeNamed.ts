import type { Mode } from '../../model/model.js';

/** The words that lists have for what a model is for. */
const modes: ReadonlyMap<string, Mode> = new Map([
  ['chat', 'chat'],
  ['responses', 'chat'],
  ['completion', 'completion'],
  ['embedding', 'embedding'],
  ['embeddings', 'embedding'],
  ['rerank', 'rerank'],
  ['reranker', 'rerank'],
  ['image', 'image'],
  ['images', 'image'],
  ['video', 'video'],
  ['moderation', 'moderation'],
  ['moderations', 'moderation'],
  ['speech', 'speech'],
  ['tts', 'speech'],
  ['transcription', 'transcription'],
  ['stt', 'transcription'],
]);

/** What a list's one word for a model's use means, any case; null for a word that nobody knows, and for none. */
export const modeNamed = (word: string | null | undefined): Mode | null => modes.get(word?.toLowerCase() ?? '') ?? null;
