import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { lifecycle as stages, mode as modes } from '../../model/model.js';
import { count, flag, id, text, texts } from '../parse/fields.js';
import { attachable, modalitiesOf } from '../parse/modalities.js';
import type { Facts } from './modelPage.js';

/** A row of the documents: a model and what its page says, or a link that leads to none. */
export const documentRow = z.looseObject({
  id,
  isModel: flag,
  lab: text,
  name: text,
  input: texts,
  output: texts,
  mode: text,
  context: count,
  maxOutput: count,
  toolCall: flag,
  reasoning: flag,
  structured: flag,
  knowledge: text,
  status: text,
  releaseDate: text,
  retiresAt: text,
});

/** What documents say of one model, piece by piece. */
export type Said = { readonly id: string; readonly lab?: string | null } & Partial<Facts>;

/** Rows by id; what is said first of a field stays. */
export class Documented {
  readonly #rows = new Map<string, Record<string, unknown>>();

  add(said: Said): void {
    const known = this.#rows.get(said.id) ?? { isModel: true };
    for (const [field, value] of Object.entries(said)) known[field] ??= value;
    this.#rows.set(said.id, known);
  }

  /** A link to something that is not a model on offer, or to a page that didn't come. */
  addOther(href: string): void {
    this.#rows.set(href, { id: href, isModel: false });
  }

  has(model: string): boolean {
    return this.#rows.has(model);
  }

  get rows(): unknown[] {
    return [...this.#rows.values()];
  }
}

export function fromDocument(row: z.infer<typeof documentRow>): Draft | undefined {
  if (row.isModel === false) return undefined;
  const input = modalitiesOf(row.input);
  return {
    id: row.id,
    name: row.name,
    ownedBy: row.lab,
    mode: modes.safeParse(row.mode).data ?? null,
    modalities: { input, output: modalitiesOf(row.output) },
    limit: { context: row.context, output: row.maxOutput },
    capabilities: {
      toolCall: row.toolCall,
      reasoning: row.reasoning,
      structuredOutput: row.structured,
      attachment: attachable(input),
    },
    knowledge: row.knowledge,
    releaseDate: row.releaseDate,
    status: stages.safeParse(row.status).data ?? null,
    retiresAt: row.retiresAt,
  };
}
