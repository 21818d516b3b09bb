import type { Writable } from 'node:stream';
import type { CallCost } from '../../cost/callCost.js';
import type { Surroundings } from '../command.js';
import type { Filtered } from '../tally.js';
import type { PricedBy } from '../pricedLines.js';
import { tell } from '../tell.js';

/** Models to tell by name: more are counted alone, so that a log of made-up names fills no memory. */
const mostTold = 10_000;

/** Tells each model that nobody prices once, as it comes, and counts their calls. */
export class UnknownModels {
  readonly #told = new Set<string>();
  calls = 0;
  /** Calls whose cost is not known for another reason, such as one part without a price. */
  others = 0;

  constructor(private readonly stderr: Writable | undefined) {}

  get models(): number {
    return this.#told.size;
  }

  count({ name, unknown }: PricedBy, { total }: Pick<CallCost, 'total'>): void {
    if (total !== null) return;
    if (unknown === undefined) {
      this.others += 1;
      return;
    }
    this.calls += 1;
    if (this.#told.has(name) || this.#told.size >= mostTold) return;
    this.#told.add(name);
    if (this.stderr) tell(this.stderr, `no price of ${name}: ${unknown}`);
  }
}

/** What became of the lines of `cost --stdin`, on stderr. */
export const showCosted =
  (unknown: UnknownModels) =>
  ({ answered, passed, dropped, firstBad }: Filtered, { stderr }: Pick<Surroundings, 'stderr'>): void => {
    const failed = firstBad !== undefined && passed + dropped === 0 ? 1 : 0;
    const read = answered + passed + dropped + failed;
    const { calls, models, others } = unknown;
    const parts = [
      `${answered - calls - others} with a cost`,
      ...(calls > 0 ? [`${calls} of ${models} ${models === 1 ? 'model' : 'models'} that nobody prices`] : []),
      ...(others > 0 ? [`${others} with a part that has no price`] : []),
      `${passed} passed as they were`,
      `${dropped} dropped`,
    ];
    const bad = firstBad === undefined || failed === 1 ? '' : ` (the first at line ${firstBad})`;
    tell(stderr, `${read} ${read === 1 ? 'line' : 'lines'} read: ${parts.join(', ')}${bad}.`);
  };
