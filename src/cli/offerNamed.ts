import { usageError } from './failure.js';
import { type KnownProviders, needed } from './knownProviders.js';
import type { Options } from './options.js';

/** An offer that a person names. */
export interface NamedOffer {
  readonly provider: string;
  readonly id: string;
}

/** `provider/model`, or any text where --provider says whose; null for a model alone. */
export async function offerNamed(
  command: string,
  text: string,
  { provider: names }: Pick<Options, 'provider'>,
  known: KnownProviders,
): Promise<NamedOffer | null> {
  if (names && names.length > 1) throw usageError(`${command} takes one --provider`);
  const [name] = names ?? [];
  if (name !== undefined) return { provider: await needed(name, known), id: text };
  const slash = text.indexOf('/');
  const provider = slash > 0 ? await known.idOf(text.slice(0, slash)) : undefined;
  return provider === undefined ? null : { provider, id: text.slice(slash + 1) };
}

/** The same for a command that needs both: says of a text that names no offer what is missing. */
export async function offerNeeded(
  command: string,
  text: string,
  options: Pick<Options, 'provider'>,
  known: KnownProviders,
): Promise<NamedOffer> {
  const named = await offerNamed(command, text, options, known);
  if (named && named.id.trim() !== '') return named;
  const slash = text.indexOf('/');
  if (!named && slash > 0) await needed(text.slice(0, slash), known);
  const hint = text.trim() !== '' && slash < 0 ? `; \`ratecard offers "${text}"\` lists who sells it` : '';
  throw usageError(`${command} needs a provider and a model: ${command} provider/model, not "${text}"${hint}`);
}
