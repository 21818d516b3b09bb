import type { Lifecycle } from '../../model/model.js';
import { withoutBetween } from '../parse/withoutBetween.js';

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** "GPT-5 mini[^1]" -> "GPT-5 mini". */
const plain = (name: string): string => withoutBetween(name, '[^', ']').replace(/\s+/g, ' ').trim();

/** "Claude Opus 4.8 (fast mode) (preview)" -> "claude-opus-4.8-fast". */
const kebab = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\(preview\)/g, ' ')
    .replace(/\(fast mode\)/g, ' fast ')
    .replace(/[^a-z0-9.+]+/g, '-')
    .replace(/^-|-$/g, '');

/** The entry with the id that its name, under `key`, stands for; as it is where it has no name. */
export function withId(entry: unknown, key: string): unknown {
  const name = isMap(entry) ? entry[key] : undefined;
  return typeof name === 'string' ? { ...(entry as object), name: plain(name), id: kebab(plain(name)) } : entry;
}

/** What a release status says or, without one, the suffix "(preview)" of a name. */
export const lifecycle = (status: string | null | undefined, name: string | null): Lifecycle | null => {
  const said = status ?? name ?? '';
  if (/preview|beta/i.test(said)) return 'preview';
  if (!status) return null;
  if (/deprecat|retiring|closing/i.test(status)) return 'deprecated';
  if (/retired/i.test(status)) return 'retired';
  return /^(ga|general)/i.test(status) ? 'active' : null;
};
