import { describe, expect, it } from 'vitest';
import { goodsDraft } from '../../../src/sources/parse/goodsDraft.js';
import { goodsIn } from '../../../src/sources/parse/goodsIn.js';
import { markdownTables } from '../../../src/sources/parse/markdown.js';

it('goodsIn reads the tables with one price, or one of what goes in, under their headings', () => {
  const tables = markdownTables(`
## Image Models

| Model | Price |
|---|---|
| paint-1 | $0.02 / image |

## Music

| Model | Input Price | Output Price |
|---|---|---|
| song-1 | $1 | $2 |

## Text

| Model | Input | Output |
|---|---|---|
| chat-1 | $1 | $2 |
`);
  expect(goodsIn(tables)).toEqual([
    { model: 'paint-1', section: 'image models', level: '', price: '$0.02 / image', input: '', output: '' },
    { model: 'song-1', section: 'music', level: '', price: '', input: '$1', output: '$2' },
  ]);
});

it('goodsIn reads the standard level first, and others by the word for them', () => {
  const table = (title: string, price: string) =>
    `\n## ${title}\n\n| Model | Price |\n|---|---|\n| paint-1 | ${price} |\n`;
  const tables = markdownTables(
    `# Prices\n${table('Images, batch', '$0.01 / image')}${table('Images', '$0.02 / image')}`,
  );
  expect(goodsIn(tables)).toMatchObject([
    { level: '', price: '$0.02 / image' },
    { level: 'batch', price: '$0.01 / image' },
  ]);
});

describe('goodsDraft', () => {
  const known = ({ cost, ...draft }: ReturnType<typeof goodsDraft>) => ({
    ...draft,
    cost: Object.fromEntries(Object.entries(cost ?? {}).filter(([, price]) => price !== null)),
  });

  it('reads the mode from the section and the unit from the cell, else from its section', () => {
    expect(known(goodsDraft({ section: 'image models', price: '$0.02 / image' }))).toEqual({
      mode: 'image',
      cost: { perImage: 0.02 },
      issues: [],
    });
    expect(known(goodsDraft({ section: 'video', price: '$0.6', unit: 'minute' }))).toEqual({
      mode: 'video',
      cost: { perSecond: 0.01 },
      issues: [],
    });
  });

  it('reads the prices of another level of service as a tier', () =>
    expect(goodsDraft({ section: 'images', level: 'batch', price: '$0.01 / image' })).toEqual({
      mode: 'image',
      tiers: [{ when: { serviceTier: 'batch' }, cost: { perImage: 0.01 } }],
      issues: [],
    }));

  it('reads prices of tokens', () => {
    expect(known(goodsDraft({ section: 'music', price: '', input: '$1', output: '$2 / M tokens' }))).toEqual({
      mode: null,
      cost: { input: 0.001, output: 0.002 },
      issues: [],
    });
  });

  it('tells amounts that it cannot read, and nothing of a cell without one', () => {
    const detail = '$3 / dance, $4 / dance step';
    expect(known(goodsDraft({ section: '', price: '$3 / dance', input: '$4 / dance', unit: 'step' }))).toEqual({
      mode: null,
      cost: {},
      issues: [{ code: 'unread-price', detail }],
    });
    expect(goodsDraft({ section: '', price: 'Free' }).issues).toEqual([]);
  });
});
