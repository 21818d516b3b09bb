import type { Draft } from '../../model/draft.js';
import type { Mode } from '../../model/model.js';
import { perMillion, scaled } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';

/** What the alias or its tags say: `parasail-bge-m3`, `parasail-resemble-tts-en`. */
export function modeOf(alias: string, tags: readonly string[]): Mode | null {
  const words = [...alias.toLowerCase().split(/[^a-z0-9]+/), ...tags];
  const has = (...any: string[]) => any.some((word) => words.includes(word));
  if (has('rerank', 'reranker')) return 'rerank';
  if (has('tts', 'resemble')) return 'speech';
  return has('bge', 'embedding', 'embeddings', 'embed') ? 'embedding' : null;
}

/** Speech is quoted per 1M characters in the place of the input price. */
export const costOf = (
  mode: Mode | null,
  input: unknown,
  output: unknown,
  cached: unknown,
): NonNullable<Draft['cost']> =>
  mode === 'speech'
    ? { perCharacter: scaled(input, 1, 1_000_000) }
    : withoutZeros({ input: perMillion(input), output: perMillion(output), cacheRead: perMillion(cached) });
