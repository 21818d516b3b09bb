import type { Modality, Mode } from '../../model/model.js';
import type { Issue } from '../../model/pricing.js';

/** What the lists call the kinds of models. */
export const modes: Readonly<Record<string, Mode>> = {
  chat: 'chat',
  language: 'completion',
  code: 'completion',
  image: 'image',
  embedding: 'embedding',
  moderation: 'moderation',
  rerank: 'rerank',
  audio: 'speech',
  transcribe: 'transcription',
  video: 'video',
};

/** What comes out, where the kind tells. */
export const outputs: Readonly<Partial<Record<Mode, Modality>>> = {
  chat: 'text',
  completion: 'text',
  transcription: 'text',
  image: 'image',
  video: 'video',
  speech: 'audio',
};

/** Another page may still say that the model is free. */
export const notServerless: Issue = {
  code: 'not-serverless',
  detail: 'the list states no price of calls: the model runs on dedicated hardware only, or is free',
};
