import { beyond } from '../../changes/failOn.js';
import type { Change } from '../../model/change.js';
import { changesAsked } from '../changesAsked.js';
import type { Surroundings } from '../command.js';
import { Failure, usageError } from '../failure.js';
import type { Options } from '../options.js';
import { changeLine } from '../../changes/changeGroups.js';
import { changesMarkdown, changesTables } from '../show/changes.js';
import { tell, tellJson } from '../tell.js';

/** Shows what changed between two tables; gives the exit code. */
export async function showChanges(
  options: Options,
  surroundings: Surroundings,
  old?: string,
  fresh?: string,
): Promise<number> {
  const { json, markdown, out = 'data' } = options;
  if (json && markdown) throw usageError('--json and --markdown exclude each other: give one of them');
  const { changes, between } = await changesAsked(out, old, fresh);
  show(changes, between, options, surroundings);
  return conclude(changes, options);
}

function show(
  changes: readonly Change[],
  between: string,
  { json, markdown }: Options,
  { stdout, stderr }: Surroundings,
): void {
  if (json) tellJson(stdout, changes);
  if (changes.length === 0) tell(json ? stderr : stdout, `Nothing changed ${between}.`);
  else if (markdown) tell(stdout, ...changesMarkdown(changes, between));
  else if (!json) tell(stdout, ...changesTables(changes, between, stdout.columns));
}

/** Exit code 0; throws where a bound of --fail-on is not kept. */
function conclude(changes: readonly Change[], { failOn = [] }: Options): number {
  for (const bound of failOn) {
    const [first, ...others] = beyond(bound, changes);
    if (!first) continue;
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    throw new Failure(`--fail-on ${bound.text}: ${changeLine(first)}${more}`, 1);
  }
  return 0;
}
