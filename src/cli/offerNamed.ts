import type { Source } from '../sources/define.js';
import { chooseSources, sourceNamed } from './chooseSources.js';
import { usageError } from './failure.js';
import type { Options } from './options.js';

/** An offer that a person names. */
export interface NamedOffer {
  readonly provider: string;
  readonly id: string;
}

/** `provider/model`, or any text where --provider says whose; null for a model alone. */
export function offerNamed(
  command: string,
  text: string,
  { provider: names }: Pick<Options, 'provider'>,
  known: readonly Source[],
): NamedOffer | null {
  if (names && names.length > 1) throw usageError(`${command} takes one --provider`);
  if (names) return { provider: chooseSources(names, known)[0]?.id ?? '', id: text };
  const slash = text.indexOf('/');
  const provider = slash > 0 ? sourceNamed(text.slice(0, slash), known) : undefined;
  return provider ? { provider: provider.id, id: text.slice(slash + 1) } : null;
}

/** The same for a command that needs both: says of a text that names no offer what is missing. */
export function offerNeeded(
  command: string,
  text: string,
  options: Pick<Options, 'provider'>,
  known: readonly Source[],
): NamedOffer {
  const named = offerNamed(command, text, options, known);
  if (named && named.id.trim() !== '') return named;
  const slash = text.indexOf('/');
  if (!named && slash > 0) chooseSources([text.slice(0, slash)], known);
  const hint = text.trim() !== '' && slash < 0 ? `; \`ratecard offers "${text}"\` lists who sells it` : '';
  throw usageError(`${command} needs a provider and a model: ${command} provider/model, not "${text}"${hint}`);
}
