import type { ModelName } from './name.js';
import type { Priced, Strategy } from './strategy.js';

/** One guard's objection to a row. */
export interface Refusal {
  readonly guard: string;
  readonly objection: string;
}

/** A row that a strategy looked at; one without refusals fits. */
export interface Candidate {
  readonly price: Priced;
  readonly refusedBy: readonly Refusal[];
}

/** A row with the objections of the guards. */
export function look({ guards }: Strategy, name: ModelName, price: Priced): Candidate {
  const refusedBy: Refusal[] = [];
  for (const guard of guards) {
    if (guard.isCostly && refusedBy.length > 0) continue;
    const objection = guard.objection(name, price);
    if (objection !== null) refusedBy.push({ guard: guard.name, objection });
  }
  return { price, refusedBy };
}

/** Whether no guard objects to a row; the first that does is enough. */
export function fits({ guards }: Strategy, name: ModelName, price: Priced): boolean {
  for (const guard of guards) if (guard.objection(name, price) !== null) return false;
  return true;
}
