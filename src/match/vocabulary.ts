import type { ModelName } from './name.js';
import { isSoft } from './words.js';

/** The words and versions that a platform's rows use: a name that says something else cannot match any of them. */
export class Vocabulary {
  readonly #words = new Set<string>();
  readonly #versions = new Set<string>();

  constructor(names: Iterable<ModelName>) {
    for (const { words, versions } of names) {
      for (const word of words) this.#words.add(word);
      this.#versions.add(versions.join(' '));
      if (versions.at(-1) === '1') this.#versions.add(versions.slice(0, -1).join(' '));
    }
  }

  /** Some row has these versions, or they are left to the display name. */
  knowsVersions({ versions }: ModelName): boolean {
    return (
      versions.length === 0 || this.#versions.has(versions.length === 1 ? (versions[0] ?? '') : versions.join(' '))
    );
  }

  /** Rows say all of these words, if perhaps not together. */
  knowsWords({ words }: ModelName): boolean {
    for (const word of words) if (!this.#words.has(word) && !isSoft(word)) return false;
    return true;
  }
}
