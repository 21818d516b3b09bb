import type { Baseline } from '../../model/baseline.js';
import type { Stated } from '../../model/shape.js';
import { lasting } from './lasting.js';

/** How often an endpoint stated each of its prices in the best of the last seven readings, those that hold for some days only left out. */
export function mostStated(baseline: Baseline | undefined, endpoint: string): Stated[string] {
  const most: Record<string, number> = {};
  for (const { stated } of baseline?.readings ?? [])
    for (const [name, count] of Object.entries(lasting(stated?.[endpoint] ?? {})))
      most[name] = Math.max(most[name] ?? 0, count);
  return most;
}
