import type { Run } from '../model/run.js';
import type { Summary } from '../operators/summarize.js';
import type { RunPlan } from './sink.js';

/** What became of the overrides in a run; undefined where there are none. Of what was not read in full nothing is missing. */
export function overridesRun(
  { overrides, isCut }: RunPlan,
  { providers, overridden, agreed }: Summary,
): Run['overrides'] {
  if (overrides === undefined) return undefined;
  const met = new Set(overridden);
  const isRead = (name: string): boolean => {
    const status = providers[name.slice(0, name.indexOf('/'))]?.status;
    return status === undefined ? overrides.ofAll : status !== 'failed' && status !== 'skipped';
  };
  const missing = isCut ? [] : overrides.names.filter((name) => !met.has(name) && isRead(name));
  return { agreed: agreed.toSorted(), missing: missing.toSorted() };
}
