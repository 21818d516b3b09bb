import type { Run } from '../model/run.js';
import { pricePath, providerPath } from '../store/paths.js';
import type { Difference } from './difference.js';

/** Sources that can't be read again from their bodies, each with the reason. */
export function sourceFault({ providers, prices }: Pick<Run, 'providers' | 'prices'>): Difference[] {
  const named = [
    ...Object.entries(providers).map(([id, one]) => [providerPath('raw', id), one] as const),
    ...Object.entries(prices).map(([id, one]) => [pricePath(id), one] as const),
  ];
  return named.flatMap(([file, { status, error }]) =>
    status === 'failed' ? [{ file, what: '', detail: `can't be derived: ${error ?? 'nothing came'}` }] : [],
  );
}
