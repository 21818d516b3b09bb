// The words of records that the command line and the page take, apart from the schemas: they are there without loading zod.

import type { CostField } from './cost.js';

/** The names of prices per token, in the order of the record. */
export const tokenFields = [
  'input',
  'output',
  'cacheRead',
  'cacheWrite',
  'cacheWrite1h',
  'reasoning',
  'inputAudio',
  'outputAudio',
  'inputImage',
  'outputImage',
] as const satisfies readonly CostField[];

/** The names of prices per something else. */
export const unitFields = [
  'perImage',
  'perInputImage',
  'perMegapixel',
  'perRequest',
  'perSearch',
  'perSecond',
  'perPage',
  'perCharacter',
] as const satisfies readonly CostField[];

/** The names of all prices, in the order of the record. */
export const costFields = [...tokenFields, ...unitFields] as const;

/** What a model is for. */
export const modes = [
  'chat',
  'completion',
  'embedding',
  'rerank',
  'image',
  'video',
  'speech',
  'transcription',
  'moderation',
  'ocr',
  'other',
] as const;

/** How far a model is in its life. */
export const lifecycles = ['active', 'preview', 'deprecated', 'retired'] as const;

/**
 * priced = at least one price is known, free = the provider says so, variable = depends on the call,
 * plan = part of a subscription, unknown = nobody says, quarantined = a price was found but is not believable.
 */
export const priceStatuses = ['priced', 'free', 'variable', 'plan', 'unknown', 'quarantined'] as const;
