import type { Snapshot } from '../model/snapshot.js';
import { SourceError } from './errors.js';
import type { Answer } from './fetchPages.js';

/** Pages that came, attempts beyond the first, and pages that did not come. */
export function countedRequests(answers: readonly Answer[]): Snapshot<unknown>['requests'] {
  const attempts = ({ page, error }: Answer): number =>
    page?.attempts ?? (error instanceof SourceError ? error.attempts : 1);
  const failed = answers.filter(({ page }) => page === undefined).length;
  const retried = answers.reduce((sum, answer) => sum + attempts(answer) - 1, 0);
  const unchanged = answers.filter(({ page }) => page?.isUnchanged).length;
  return { answered: answers.length - failed, retried, failed, ...(unchanged > 0 && { unchanged }) };
}
