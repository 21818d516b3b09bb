import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Mode } from '../../model/model.js';
import { listEndpoint } from '../listEndpoint.js';
import { amount, count, id, part, text } from '../parse/fields.js';
import { isVariable, perMillion, scaled } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { modes, notServerless, outputs } from './kinds.js';

/** A number here has no unit that is told. */
const transcribe = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'number' ? { bare: value } : value))
  .pipe(part({ price_per_minute: amount, bare: amount }));

const row = z.looseObject({
  id,
  type: text,
  display_name: text,
  organization: text,
  context_length: count,
  pricing: part({
    input: amount,
    output: amount,
    cached_input: amount,
    transcribe,
  }),
});
type Row = z.infer<typeof row>;

/** The list of all models, those that run only on dedicated hardware included; it knows neither flags nor modalities. */
export const api = listEndpoint('api', {
  list: { url: 'https://api.together.xyz/v1/models', key: { env: ['TOGETHER_API_KEY'] } },
  row,
  ignores: {
    'pricing.hourly': 'rent of a machine, not the price of a call',
    'pricing.finetune': 'the price of training',
  },
  normalize: (model): Draft => {
    const mode = modes[model.type ?? ''] ?? null;
    const output = mode && outputs[mode];
    return {
      id: model.id,
      name: model.display_name,
      ownedBy: model.organization,
      mode,
      modalities: { output: output ? [output] : [] },
      limit: { context: model.context_length },
      ...priceOf(model, mode),
    };
  },
});

/**
 * Prices that are tokens'; 0/0 says that the model runs on dedicated hardware only. Speech has its price per 1M characters
 * under `input`; what else stands there for speech, images, videos and transcription has no unit that is told.
 */
function priceOf({ pricing }: Row, mode: Mode | null): Pick<Draft, 'cost' | 'priceStatus' | 'issues'> {
  if (isVariable(pricing.input) || isVariable(pricing.output)) return { priceStatus: 'variable' };
  const cost = withoutZeros(costOf(pricing, mode));
  const unread = unitless(pricing, mode).filter(([, price]) => Number(price) > 0);
  const issues = unread.map(([key, price]) => ({ code: 'unknown-unit', detail: `${key}: ${price} per something` }));
  const isPriced = Object.values(cost).some((price) => typeof price === 'number' && price > 0);
  if (isPriced || issues.length > 0) return { cost, issues };
  return { issues: [notServerless] };
}

function costOf(pricing: Row['pricing'], mode: Mode | null): NonNullable<Draft['cost']> {
  if (mode === 'speech') return { perCharacter: scaled(pricing.input, 1, 1_000_000) };
  if (mode === 'transcription') return { perSecond: scaled(pricing.transcribe.price_per_minute, 1, 60) };
  if (mode === 'image' || mode === 'video') return {};
  return {
    input: perMillion(pricing.input),
    output: perMillion(pricing.output),
    cacheRead: perMillion(pricing.cached_input),
  };
}

/** The price fields whose unit a model of that kind does not tell. */
function unitless(pricing: Row['pricing'], mode: Mode | null) {
  const { input, output, cached_input: cached, transcribe } = pricing;
  if (mode !== 'speech' && mode !== 'transcription' && mode !== 'image' && mode !== 'video') return [];
  return [
    ['input', mode === 'speech' ? null : input] as const,
    ['output', output] as const,
    ['cached_input', cached] as const,
    ['transcribe', transcribe.bare] as const,
  ];
}
