import type { Mode } from '../../../model/model.js';
import { modeFor } from '../../reading/modeFor.js';

const modes: Readonly<Record<string, Mode>> = {
  chat: 'chat',
  responses: 'chat',
  completion: 'completion',
  embedding: 'embedding',
  rerank: 'rerank',
  image_generation: 'image',
  image_edit: 'image',
  audio_transcription: 'transcription',
  audio_speech: 'speech',
  video_generation: 'video',
  /** Speech in and out, and text. */
  realtime: 'chat',
  moderation: 'moderation',
  ocr: 'ocr',
  search: 'other',
  vector_store: 'other',
};

/** What talks can be read off no name; what does not, can. */
const talks: readonly (Mode | null)[] = ['chat', 'completion', 'ocr', null];

/** The mode that LiteLLM says, unless it says chat, its word for all that it has no other for, and the name another one. */
export function modeOf(id: string, listed: string | null): Mode | null {
  const said = modes[listed ?? ''] ?? null;
  const named = modeFor({ id, name: null, modalities: { input: [], output: [] } });
  return said === null || (said === 'chat' && listed === 'chat' && !talks.includes(named)) ? named : said;
}
