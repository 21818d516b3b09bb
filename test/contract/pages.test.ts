import { describe, expect, it } from 'vitest';
import { asRecorded, type Change, notFound, reread, withBody } from './recorded.js';
import { isKept, known, missed, nextRun, type PricedEndpoint, pricedEndpoints } from './runs.js';
import { withCells } from './tables.js';

const isJson = (body: string): boolean => /^\s*[[{]/.test(body);

/** The endpoint read with its pages for people changed, and what the next run makes of it; undefined where none is. */
async function runWith(recorded: PricedEndpoint, change: (body: string) => string) {
  const bodies = recorded.answers.flatMap(({ page }) => (page && page.bytes < 1_000_000 ? [page.body] : []));
  const written = new Map(bodies.filter((body) => !isJson(body)).map((body) => [body, change(body)]));
  if ([...written].every(([body, next]) => body === next)) return undefined;
  const reading = await reread(recorded, (answer) => {
    const body = written.get(answer.page?.body ?? '');
    return answer.page && body !== undefined ? withBody(answer.page, body) : asRecorded(answer);
  }).catch((error: unknown) => error as Error);
  return { reading, after: await nextRun(recorded, known(recorded.before), reading) };
}

/** Whether other models are read: a table that lies on its side has them for titles. */
const hasOthers = ({ before }: PricedEndpoint, reading: Awaited<ReturnType<typeof reread>> | Error): boolean => {
  const ids = new Set(before.items.map(({ id }) => id));
  return !(reading instanceof Error) && reading.items.some(({ id }) => !ids.has(id));
};

const money = /(?:\\?\$|[€£¥])\s?\d[\d.,]*/g;

/** Keys of data in a page that are prices, in quotes, in escaped ones or in none. */
const embedded = /(\\?["']?)\b\w*(?:[pP]ric|[cC]ost)\w*\1:/g;

const changes: readonly [string, number, (body: string) => string][] = [
  ['whose title is an unknown word', 10, (body) => withCells(body, (cell, isTitle) => (isTitle ? ' Zorp ' : cell))],
  ['that is not there any more', 10, (body) => withCells(body, () => null)],
  ['that has no amounts any more', 20, (body) => body.replace(money, '—')],
  ['whose key in the data of the page is an unknown word', 1, (body) => body.replace(embedded, '$1zorp$1:')],
];

describe('a price column', () => {
  it.each(changes)('%s costs no price that was known, and the run says so', async (_, least, change) => {
    const failed: string[] = [];
    let bitten = 0;
    for (const recorded of pricedEndpoints) {
      const run = await runWith(recorded, change);
      if (!run || hasOthers(recorded, run.reading)) continue;
      const { reading, after } = run;
      if (reading instanceof Error || missed(recorded.before.items, reading.items).length > 0) bitten++;
      if (!isKept(recorded.before, reading, after)) failed.push(recorded.title);
    }
    expect(failed).toEqual([]);
    expect(bitten).toBeGreaterThanOrEqual(least);
  });
});

const perMillion =
  /(\bper\s+|\/\s*)(?:(?:1\s?)?(?:M|million)|1,000,000)\b(?!\s*char)(\s*tokens?\b)?|MTok\b|\b1M (?=(?:input|output) tokens?\b)/gi;

describe('the unit of prices', () => {
  it.each([
    ['1K tokens', (body: string) => body.replace(perMillion, (_all, per: string = '') => `${per}1K tokens`)],
    ['a request', (body: string) => body.replace(perMillion, (_all, per: string = '') => `${per}request`)],
  ])(
    'that is %s now is never taken for what it was: the earlier prices are kept, and the run says so',
    async (_, to) => {
      const failed: string[] = [];
      let tried = 0;
      for (const recorded of pricedEndpoints) {
        const run = await runWith(recorded, to);
        if (!run) continue;
        tried++;
        const isSaid = run.after.status === 'stale' || run.after.error !== null;
        if (!isSaid) failed.push(`${recorded.title} is taken`);
        failed.push(...missed(recorded.before.items, run.after.items).map((one) => `${recorded.title} ${one}`));
      }
      expect(failed).toEqual([]);
      expect(tried).toBeGreaterThan(20);
    },
  );
});

const companions = pricedEndpoints.flatMap((recorded) =>
  Object.entries(recorded.endpoint.requests).flatMap(([name, { brings }]) =>
    brings?.includes('prices') && recorded.answers.some((answer) => answer.name === name && answer.page)
      ? [{ ...recorded, title: `${recorded.title} ${name}`, name }]
      : [],
  ),
);

describe('a page that brings prices besides the list', () => {
  const answers: readonly [string, Change][] = [
    ['that does not come', ({ request }) => notFound(request)],
    ['that is an empty object', (answer) => (answer.page ? withBody(answer.page, '{}') : asRecorded(answer))],
    [
      'that says sorry',
      (answer) => (answer.page ? withBody(answer.page, '<html><h1>Sorry</h1></html>') : asRecorded(answer)),
    ],
  ];

  it.each(answers)('%s costs no price that was known, and the run says so', async (_, change) => {
    const failed: string[] = [];
    for (const one of companions) {
      const reading = await reread(one, (answer) => (answer.name === one.name ? change(answer) : asRecorded(answer)));
      if (!isKept(one.before, reading, await nextRun(one, known(one.before), reading))) failed.push(one.title);
    }
    expect(failed).toEqual([]);
    expect(companions.length).toBeGreaterThan(5);
  });
});
