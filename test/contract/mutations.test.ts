import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { SourceError } from '../../src/read/errors.js';
import { ShapeError } from '../../src/sources/parse/shapeError.js';
import { asRecorded, pageFor, type RecordedEndpoint, recordedEndpoints, reread, withBody } from './recorded.js';

/** What may happen to a body between two dates: something vanishes, changes its type, moves, comes twice, is new. */
interface Change {
  readonly where: readonly number[];
  readonly what: 'remove' | 'null' | 'text' | 'number' | 'object' | 'list' | 'twice' | 'reverse' | 'add';
}

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    where: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 }),
    what: fc.constantFrom<Change['what'][]>(
      'remove',
      'null',
      'text',
      'number',
      'object',
      'list',
      'twice',
      'reverse',
      'add',
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

const odd = { null: null, text: 'odd', number: -1, object: { odd: true }, list: ['odd'] };

/** Changes the value at a place that the numbers choose, level by level. */
function changed(value: unknown, [index = 0, ...rest]: readonly number[], what: Change['what']): unknown {
  if (Array.isArray(value) && value.length > 0) {
    const at = index % value.length;
    if (what === 'reverse') return value.toReversed() as unknown[];
    if (what === 'twice') return [...(value as unknown[]), value[at] as unknown];
    if (rest.length === 0 && what === 'remove') return value.filter((_item, i) => i !== at) as unknown[];
    return value.map((item: unknown, i) => (i === at ? changed(item, rest, what) : item));
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const entries = Object.entries(value as Record<string, unknown>);
    const at = index % entries.length;
    if (what === 'add') return { ...value, aNewField: { odd: [1] } };
    if (rest.length === 0 && what === 'remove') return Object.fromEntries(entries.filter((_entry, i) => i !== at));
    return Object.fromEntries(entries.map(([key, inner], i) => [key, i === at ? changed(inner, rest, what) : inner]));
  }
  return what in odd ? odd[what as keyof typeof odd] : value;
}

function mutated(body: string, list: readonly Change[]): string {
  try {
    return JSON.stringify(
      list.reduce<unknown>((value, { where, what }) => changed(value, where, what), JSON.parse(body)),
    );
  } catch {
    const lines = body.split('\n');
    for (const { where, what } of list) {
      const at = (where[0] ?? 0) % lines.length;
      if (what === 'remove') lines.splice(at, 1);
      else if (what === 'twice') lines.splice(at, 0, lines[at] ?? '');
      else if (what === 'reverse') lines[at] = (lines[at] ?? '').split('|').reverse().join('|');
      else
        lines[at] = (lines[at] ?? '').replace(
          /[\d.]+/,
          { null: '', text: 'odd', number: '-1', object: '{}', list: '[]', add: '0' }[what],
        );
    }
    return lines.join('\n');
  }
}

/** Larger documents take too long to be read so often. */
const small = recordedEndpoints.filter(
  ({ answers }) => answers.reduce((sum, { page }) => sum + (page?.bytes ?? 0), 0) < 1_000_000,
);

/** Reads the endpoint from bodies changed alike; pages that it asks for besides are empty objects. */
const readChanged = (recorded: RecordedEndpoint, list: readonly Change[]): Promise<unknown> =>
  reread(
    recorded,
    (answer) => (answer.page ? withBody(answer.page, mutated(answer.page.body, list)) : asRecorded(answer)),
    (request) => pageFor(recorded, request, '{}'),
  ).catch((error: unknown) => error);

/** How a reading ended, in words. */
function verdictOn(result: unknown): string {
  if (result instanceof ShapeError || result instanceof SourceError)
    return /^[^\n]+$/.test(result.message)
      ? 'fails with a reason'
      : `fails with a reason of many lines: ${result.message}`;
  if (result instanceof Error) return `crashes: ${result.stack}`;
  const { rows, items, letters, rejected, skipped } = result as Snapshot<Model>;
  const addsUp = items.length + rejected + skipped === rows && letters.length === rejected;
  return addsUp ? 'is read row by row' : `loses rows: ${rows} are ${items.length} + ${rejected} + ${skipped}`;
}

it('are tried of 90 endpoints at least', () => expect(small.length).toBeGreaterThanOrEqual(90));

describe.each(small.map((one) => [one.title, one] as const))('%s, changed at random', (_, recorded) => {
  it('is read row by row, or fails as a whole with a reason: no crash, no row lost', async () => {
    expect(verdictOn(await readChanged(recorded, []))).toBe('is read row by row');
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        expect(['is read row by row', 'fails with a reason']).toContain(verdictOn(await readChanged(recorded, list)));
      }),
      { numRuns: 8 },
    );
  });
});
