import { describe, expect, it } from 'vitest';
import { lost, moved, pricesOf, type Read } from './places.js';
import {
  asRecorded,
  type Change,
  isOwn,
  type RecordedEndpoint,
  recordedEndpoints,
  reread,
  withBody,
} from './recorded.js';
import { retitled, reworded, withCopies } from './renamed.js';

const isJson = (body: string): boolean => /^\s*[[{]/.test(body);

/** The own pages of an endpoint changed: those that are JSON, or those that are not. */
const inPages =
  (recorded: RecordedEndpoint, what: 'json' | 'text', change: (body: string) => string): Change =>
  (answer) => {
    const { page } = answer;
    const isOther = !isOwn(recorded, answer) || (page && isJson(page.body) !== (what === 'json'));
    return !page || isOther ? asRecorded(answer) : withBody(page, change(page.body));
  };

const words = [
  ['batch', 'flex', 'priority', 'fast', 'pp'],
  ['cached', 'cchd'],
  ['global', 'glbl', 'data zone', 'dz', 'regional'],
  ['standard'],
];

const hasText = (recorded: RecordedEndpoint) =>
  recorded.answers.some((answer) => answer.page && isOwn(recorded, answer) && !isJson(answer.page.body));

/** The endpoints with words for the meaning of a price: documents, and lists with levels of service or regions. */
const spoken: { readonly recorded: RecordedEndpoint; readonly before: Read }[] = [];
for (const recorded of recordedEndpoints) {
  if (recorded.endpoint.origin || recorded.endpoint.fills === false) continue;
  const before = await reread(recorded);
  const isTiered = before.items.some(({ tiers }) => tiers.some(({ when }) => when.serviceTier ?? when.region));
  if (pricesOf(before.items).size > 0 && (isTiered || hasText(recorded))) spoken.push({ recorded, before });
}
type Spoken = (typeof spoken)[number];

/** What the words of a changed page did to its prices; a page that can't be read at all says so. */
async function effectOf({ recorded, before }: Spoken, change: Change) {
  const read = await reread(recorded, change).catch((error: unknown) => error as Error);
  return read instanceof Error ? none : { moved: moved(before, read), lost: lost(before, read) };
}
const none = { moved: [], lost: [] };

/** A title that is the name of a model, or of those that begin with it ("Imagen 4"), is no word for a price. */
function namesModel({ before }: Spoken, title: string): boolean {
  const plain = (text: string | null) => (text ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  const words = plain(title.replace(/\(.*\)/, ''));
  return (
    words.length > 3 && before.items.some(({ id, name }) => [id, name].some((one) => plain(one).startsWith(words)))
  );
}

describe.each(spoken.map((one) => [one.recorded.title, one] as const))('%s', (_, one) => {
  it.each(words.map((some) => [some.join(', '), some] as const))(
    'gives no price another meaning, and loses none without a word, where it has other words for %s',
    async (_words, some) => {
      for (const what of ['json', 'text'] as const)
        expect(
          await effectOf(
            one,
            inPages(one.recorded, what, (body) => reworded(body, some)),
          ),
        ).toEqual(none);
    },
  );
});

describe.each(spoken.filter(({ recorded }) => hasText(recorded)).map((one) => [one.recorded.title, one] as const))(
  '%s',
  (_, one) => {
    const titled = (change: (title: string, at: number) => string) =>
      inPages(one.recorded, 'text', (body) =>
        retitled(body, (title, at) => (namesModel(one, title) ? title : change(title, at))),
      );

    it('gives no price under a title that nobody knows the meaning of another, and loses none without a word', async () => {
      for (const odd of [0, 1])
        expect(
          await effectOf(
            one,
            titled((title, at) => (at % 2 === odd ? `Turbo Lane ${at}` : title)),
          ),
        ).toEqual(none);
    });

    it('reads the same prices where a table under such a title has others', async () => {
      const copies = (isFirst: boolean) =>
        inPages(one.recorded, 'text', (body) => withCopies(body, isFirst, (title) => namesModel(one, title)));
      for (const isFirst of [true, false]) expect((await effectOf(one, copies(isFirst))).moved).toEqual([]);
    });

    it.each(['Standard', 'std'])('reads the same where titles say "%s" as well', async (word) => {
      const read = await reread(
        one.recorded,
        titled((title) => `${title} ${word}`),
      );
      expect(pricesOf(read.items)).toEqual(pricesOf(one.before.items));
    });
  },
);

it('are tried of 25 endpoints at least, 20 documents among them', () => {
  expect(spoken.length).toBeGreaterThanOrEqual(25);
  expect(spoken.filter(({ recorded }) => hasText(recorded)).length).toBeGreaterThanOrEqual(20);
});
