import { readFileSync } from 'node:fs';
import type { Facets } from '../../src/model/identity.js';

/** An offer of which somebody said which model it is. */
export interface Label {
  readonly provider: string;
  readonly id: string;
  readonly name: string | null;
  /** null where it has none. */
  readonly model: string | null;
  /** The release line, where the model is a release of one. */
  readonly line?: string;
  readonly facets: Readonly<Record<string, unknown>>;
  readonly kind: string;
  /** It doesn't count. */
  readonly doubtful?: boolean | string;
  /** The most similar other model among the labels. */
  readonly near?: string;
}

/** A label and what was answered. */
export interface Scored {
  readonly label: Label;
  /** The right model. */
  readonly gold: string | null;
  /** The key that was given. */
  readonly given: string | null;
  readonly facets: Facets;
}

export const labels = (): Label[] =>
  readFileSync(new URL('./labels-dev.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);
