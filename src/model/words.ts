// The words of records that the command line takes, apart from the schemas made of them: its help is there without loading zod.

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
