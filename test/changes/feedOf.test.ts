import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/changes/changesBetween.js';
import { feedOf } from '../../src/changes/feedOf.js';
import { asText, element } from '../../src/changes/markup.js';
import type { Change } from '../../src/model/change.js';
import { aFile, anOffer, reread } from './tables.js';

/** The elements of a document by a parser that takes nothing but well-formed XML: names and what they hold, in their order. */
function elementsOf(xml: string): [string, string][] {
  const found: [string, string][] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom');
    open.push('');
    found.push([local, '']);
  });
  parser.on('text', (text) => {
    open.push((open.pop() ?? '') + text);
  });
  parser.on('closetag', ({ local }) => {
    const text = open.pop() ?? '';
    const own = found.findLast(([name, said]) => name === local && said === '');
    if (own) own[1] = text.trim();
  });
  parser.write(xml).close();
  return found;
}

const found = (id: string, day: string, before: number | null = 0.001, after = 0.002): Change[] =>
  changesBetween([aFile([anOffer(id, before)])], [reread([anOffer(id, after)])]).map((one) => ({
    ...one,
    run: `${day}T07:00:00.000Z`,
  }));
const all = (xml: string, name: string) =>
  elementsOf(xml)
    .filter(([one]) => one === name)
    .map(([, text]) => text);

describe('the Atom feed', () => {
  const first = found('m', '2026-08-01');
  const xml = feedOf([...first, ...found('n', '2026-08-02', 0.002, 0.001), ...found('o', '2026-08-02')]);

  it('has an entry a run with prices that changed, the newest first, each with an id of its own that stays', () => {
    expect(all(xml, 'title')).toEqual([
      'Prices of AI models that changed',
      '2026-08-02: 1 up, 1 down at acme',
      '2026-08-01: 1 up at acme',
    ]);
    expect(all(xml, 'id')).toEqual([
      'tag:ratecard.invalid,2026:feed/2026-08-01T07:00:00.000Z',
      'tag:ratecard.invalid,2026:run/2026-08-02T07:00:00.000Z',
      'tag:ratecard.invalid,2026:run/2026-08-01T07:00:00.000Z',
    ]);
    expect(all(feedOf(first), 'id')).toEqual([
      'tag:ratecard.invalid,2026:feed/2026-08-01T07:00:00.000Z',
      'tag:ratecard.invalid,2026:run/2026-08-01T07:00:00.000Z',
    ]);
  });

  it('has what RFC 4287 asks of a feed and of an entry: title, id, updated, and who wrote it', () => {
    const names = elementsOf(xml).map(([name]) => name);
    expect(names.slice(0, 7)).toEqual(['feed', 'title', 'id', 'updated', 'author', 'name', 'generator']);
    expect(names.slice(7)).toEqual([
      'entry',
      'title',
      'id',
      'updated',
      'content',
      'entry',
      'title',
      'id',
      'updated',
      'content',
    ]);
    expect(all(xml, 'updated')).toEqual([
      '2026-08-02T07:00:00.000Z',
      '2026-08-02T07:00:00.000Z',
      '2026-08-01T07:00:00.000Z',
    ]);
  });

  it('says of each price both sides, by how much it moved, and who says so when', () => {
    expect(all(xml, 'content')[1]).toBe(
      '<ul><li>acme/m input: 1 USD per 1M → 2 USD per 1M (+100 %), says provider, 2026-01-02</li></ul>',
    );
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>', 'acme/&lt;img src=x onerror=alert(1)&gt; input'],
    ['entities', '&lt;b&gt; "a" \'b\' ]]>', 'acme/&amp;lt;b&amp;gt; &quot;a&quot; &#39;b&#39; ]]&gt; input'],
    [
      'characters that XML has no way to write',
      'a\u0000\u001b[2J\uffff\ud800z',
      'acme/a\ufffd\ufffd[2J\ufffd\ufffdz input',
    ],
    ['letters of all scripts', '模型-é-😀', 'acme/模型-é-😀 input'],
  ])('a name with %s is text in it', (_, id, says) => {
    expect(all(feedOf(found(id, '2026-08-01')), 'content')[0]).toContain(`<li>${says}`);
  });

  it('holds the last hundred runs, and of each so many prices as a reader takes', () => {
    const days = Array.from(
      { length: 120 },
      (_, i) => `20${String(26 + Math.floor(i / 28)).padStart(2, '0')}-01-${String((i % 28) + 1).padStart(2, '0')}`,
    );
    const many = days.flatMap((day) => found('m', day));
    expect(all(feedOf(many), 'entry')).toHaveLength(100);
    const busy = Array.from({ length: 250 }, (_, i) => found(`m${i}`, '2026-08-01')).flat();
    expect(all(feedOf(busy), 'content')[0]).toMatch(/<li>and 50 more<\/li><\/ul>$/);
  });

  it('has no entry of a run that changed no price', () => {
    const limits = first.map((one): Change => ({ ...one, kind: 'limit', field: 'context' }));
    expect(all(feedOf(limits), 'entry')).toEqual([]);
    expect(all(feedOf(limits), 'updated')).toEqual(['2026-08-01T07:00:00.000Z']);
  });
});

it('an attribute can be left by nothing that stands in it', () => {
  expect(element('a', asText('<'), { b: '"><c d=\'' })).toBe('<a b="&quot;&gt;&lt;c d=&#39;">&lt;</a>');
});
