import { describe, expect, it } from 'vitest';
import { type Tier, tier as tierSchema } from '../../src/model/cost.js';
import { type Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import type { Page } from '../../src/model/page.js';
import type { Answer } from '../../src/read/fetchPages.js';
import {
  asRecorded,
  type Change,
  isOwn,
  type RecordedEndpoint,
  recordedEndpoints,
  reread,
  withBody,
} from './recorded.js';
import { type Fields, isFields } from './changedRows.js';

/** The own answer of an endpoint that is a JSON object; undefined for other ones. */
const objectIn = (recorded: RecordedEndpoint, answer: Answer): Page | undefined =>
  isOwn(recorded, answer) && /^\s*\{/.test(answer.page?.body ?? '') ? answer.page : undefined;

/** Those answers with fields of theirs changed. */
const inObjects =
  (recorded: RecordedEndpoint, change: (value: Fields) => unknown): Change =>
  (answer) => {
    const page = objectIn(recorded, answer);
    return page ? withBody(page, JSON.stringify(change(JSON.parse(page.body) as Fields))) : asRecorded(answer);
  };

const ofObjects = recordedEndpoints.filter((recorded) => recorded.answers.some((answer) => objectIn(recorded, answer)));

/** What an answer says that goes on, and leads nowhere. */
const endings: readonly Fields[] = [
  { has_more: true },
  { has_more: true, next_cursor: null, last_id: null, next_page_token: {}, nextPageToken: '' },
  { links: { next: 'elsewhere', pages: { next: 'elsewhere' } } },
  { pagination: { current_page: 1, total_pages: 9 } },
];

describe.each(ofObjects.map((recorded) => [recorded.title, recorded] as const))('%s', (_, recorded) => {
  it('does not end without a word where a page says that there are more', async () => {
    for (const ending of endings) {
      const read = await reread(
        recorded,
        inObjects(recorded, (value) => ({ ...value, ...ending })),
      ).catch((error: unknown) => error);
      if (!(read instanceof Error)) expect((read as Snapshot<Model>).faults).not.toEqual([]);
      else expect(['ShapeError', 'SourceError']).toContain(read.name);
    }
  });
});

/** Changes each object of a JSON value, the inner ones first. */
function everywhere(value: unknown, change: (fields: Fields) => Fields): unknown {
  if (Array.isArray(value)) return value.map((item) => everywhere(item, change));
  if (!isFields(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, field]) => [key, everywhere(field, change)])));
}

/** Each field of such a name with another value. */
const withFields = (name: RegExp, change: () => unknown) => (page: unknown) =>
  everywhere(page, (fields) =>
    Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, name.test(key) ? change() : field])),
  );

/** More fields beside each of such a name. */
function beside(name: RegExp, more: Fields): (page: unknown) => unknown {
  return (page) =>
    everywhere(page, (fields) => (Object.keys(fields).some((key) => name.test(key)) ? { ...fields, ...more } : fields));
}

/** The endpoints of whose own pages some field has such a name. */
const having = (name: RegExp) =>
  ofObjects.filter((recorded) =>
    recorded.answers.some((answer) => {
      const page = objectIn(recorded, answer);
      let isThere = false;
      everywhere(JSON.parse(page?.body ?? '{}'), (fields) => {
        isThere ||= Object.keys(fields).some((key) => name.test(key));
        return fields;
      });
      return isThere;
    }),
  );

/** The models that have a price without a condition. */
const basic = (models: readonly { readonly id: string; readonly cost: object }[]) =>
  models.filter(({ cost }) => Object.values(cost).some((price) => typeof price === 'number')).map(({ id }) => id);

const regions = /^(arm)?region(code|name)$/i;
const quantities = /^(tierMinimumUnits|beginRange)$/;
const begins = /^effectiveStartDate$/;

interface Foreign {
  readonly what: string;
  /** Fields of the pages of prices, by which the endpoints are found, and what stands in them. */
  readonly key: RegExp;
  readonly value: unknown;
  /** The condition that tells it. */
  readonly told: keyof Tier['when'];
}

/** What makes of each price one that holds elsewhere, later, or for more. */
const foreign: readonly Foreign[] = [
  { what: 'a region of governments', key: regions, value: 'us-gov-west-1', told: 'region' },
  { what: 'a region of Europe', key: regions, value: 'eu-west-9', told: 'region' },
  { what: 'quantities above the first', key: quantities, value: '5000', told: 'quantityAbove' },
  { what: 'days to come', key: begins, value: '2089-01-01T00:00:00Z', told: 'from' },
];

const cases = foreign.flatMap(({ what, key, value, told }) =>
  having(key).map((recorded) => [`${recorded.title}: ${what}`, recorded, withFields(key, () => value), told] as const),
);
const over = having(begins).map(
  (recorded) =>
    [
      `${recorded.title}: days that are over`,
      recorded,
      beside(begins, { effectiveEndDate: '2020-01-01' }),
      'until',
    ] as const,
);

describe.each([...cases, ...over])('prices of %s', (_, recorded, change, told) => {
  it('are no prices without a condition', async () => {
    expect(basic((await reread(recorded)).items)).not.toEqual([]);
    const { items } = await reread(
      recorded,
      inObjects(recorded, (page) => change(page)),
    );
    expect(basic(items)).toEqual([]);
    expect(items.flatMap(({ tiers }) => tiers.filter(({ when }) => when[told] === undefined))).toEqual([]);
  });
});

it('are tried of two price lists at least', () =>
  expect(new Set(cases.map(([, recorded]) => recorded.title)).size).toBeGreaterThanOrEqual(2));

describe('the conditions of all recorded prices', () => {
  it('are of the form of the schema, name something, and are bounds that can be met', async () => {
    const snapshots = await Promise.all(recordedEndpoints.map((recorded) => reread(recorded)));
    const tiers = snapshots.flatMap(({ items }) =>
      items.flatMap(({ id, tiers: own }) => own.map((one) => [id, one] as const)),
    );
    expect(tiers.length).toBeGreaterThan(1_000);
    const wrong = tiers.filter(([, { when, cost }]) => {
      const { contextAbove = 0, contextUpTo = Infinity, from = '0', until = '9' } = when;
      const isEmpty = Object.keys(when).length === 0 || Object.keys(cost).length === 0;
      return isEmpty || !tierSchema.safeParse({ when, cost }).success || contextAbove >= contextUpTo || from > until;
    });
    expect(wrong).toEqual([]);
    const untold = snapshots.flatMap(({ items }) =>
      items.filter(({ pricing }) =>
        pricing.issues.some(({ code, detail }) => code === 'unread-condition' && detail.startsWith('{')),
      ),
    );
    expect(untold.map(({ id }) => id)).toEqual([]);
  });
});
