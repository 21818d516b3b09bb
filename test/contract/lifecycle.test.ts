import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { sources } from '../../src/sources/index.js';
import { createdNames } from '../../src/sources/reading/createdDay.js';
import { type Fields, inRows, listsJson, namesIn } from './changedRows.js';
import { recordedEndpoints, reread } from './recorded.js';

const lists = recordedEndpoints.filter(listsJson);
let tried = 0;

/** The fields for a model's end, and for the day from which it is deprecated, as lists spell them; one of each a list. */
const ends = ['shutdown_date', 'retirement_date', 'expiration_date', 'sunsetAt', 'end_of_life'];
const warnings = ['deprecation_date', 'deprecated_at', 'deprecationDate'];
const [past, future] = ['2020-02-03', '2089-02-03'];

const created = { created: 1_600_000_000, created_at: '2020-09-13T00:00:00Z' };
const isCreated = (key: string) => createdNames.has(key.toLowerCase().replace(/[^a-z]/g, ''));
const withoutCreated = (row: Fields) => Object.fromEntries(Object.entries(row).filter(([key]) => !isCreated(key)));

/** Read once, when first asked for. */
const once = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let got: Promise<T> | undefined;
  return () => (got ??= read());
};

const stages = ({ status, deprecatedAt, retiresAt }: Model) => ({ status, deprecatedAt, retiresAt });
const releases = (models: readonly Model[]) => models.map(({ id, releaseDate }) => [id, releaseDate]);

describe.each(lists.map(({ title }, i) => [title, i] as const))('%s', (_, i) => {
  const recorded = lists[i]!;
  const end = ends[i % ends.length]!;
  const warning = warnings[i % warnings.length]!;
  const names = namesIn(recorded);
  const before = once(() => reread(recorded));
  /** The models with those fields in each row. */
  const given = async (more: Fields) =>
    (
      await reread(
        recorded,
        inRows(recorded, (row) => ({ ...row, ...more })),
      )
    ).items;

  it(`reads ${end} and ${warning} of each row, and the status follows, unless other days are stated`, async () => {
    const undated = new Map(
      (await before()).items
        .filter(({ id, deprecatedAt, retiresAt }) => names.has(id.toLowerCase()) && !deprecatedAt && !retiresAt)
        .map((model) => [model.id, model.status]),
    );
    tried += undated.size;
    const wrong = async (more: Fields, right: (was: Model['status']) => Partial<Model>) =>
      (await given(more))
        .filter(({ id }) => undated.has(id))
        .map((model) => [model.id, { ...stages(model), ...right(undated.get(model.id)!) }, stages(model)] as const)
        .filter(([, expected, is]) => JSON.stringify(expected) !== JSON.stringify(is));
    const over = { status: 'retired', deprecatedAt: future, retiresAt: past } as const;
    const warned = (was: Model['status']) => (was === null || was === 'active' ? 'deprecated' : was);

    expect(await wrong({ [end]: past, [warning]: future }, () => over)).toEqual([]);
    expect(await wrong({ [end]: future }, (was) => ({ status: was ?? 'deprecated', retiresAt: future }))).toEqual([]);
    expect(await wrong({ [warning]: past }, (was) => ({ status: warned(was), deprecatedAt: past }))).toEqual([]);
  });

  it('takes no `created` for a release, unless it says why', async () => {
    if (recorded.endpoint.createdIsRelease) return;
    const dated = releases((await before()).items);
    expect(releases((await reread(recorded, inRows(recorded, withoutCreated))).items)).toEqual(dated);
    expect(releases(await given(created))).toEqual(dated);
  });
});

describe('lists whose `created` is the release', () => {
  const stated = sources.flatMap(({ id, endpoints }) =>
    endpoints.flatMap(({ name, createdIsRelease: why }) => (why === undefined ? [] : [{ name: `${id} ${name}`, why }])),
  );

  it('each say why in words', () => {
    expect(stated.length).toBeGreaterThan(0);
    expect(stated.filter(({ why }) => why.trim().split(/\s+/).length < 5)).toEqual([]);
  });
});

it('are tried of 70 lists at least, and of 5,000 rows', () => {
  expect(lists.length).toBeGreaterThanOrEqual(70);

  expect(tried).toBeGreaterThanOrEqual(5_000);
});
