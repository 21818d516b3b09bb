import { describe, expect, it } from 'vitest';
import { chargedPrice } from '../../../src/sources/parse/chargedPrice.js';
import { unreadCells } from '../../../src/sources/parse/unreadCells.js';

describe('unreadCells', () => {
  it('are the amounts of another unit than 1M tokens, each with its column', () =>
    expect(unreadCells({ input: '$3 / fortnight', output: '$5 / MTok', cacheRead: '$2 per session' })).toEqual([
      { code: 'unread-price', detail: 'input: $3 / fortnight' },
      { code: 'unread-price', detail: 'cacheRead: $2 per session' },
    ]));

  it('are two amounts of which nobody knows which is charged, unless the page says', () => {
    expect(unreadCells({ input: '$0.50 $0.25' })).toEqual([{ code: 'unread-price', detail: 'input: $0.50 $0.25' }]);
    expect(unreadCells({ input: '$0 $0.25' })).toHaveLength(1);
    expect(unreadCells({ input: '$0.50 $0.25' }, chargedPrice)).toEqual([]);
    expect(unreadCells({ input: '$0.50' }, () => null)).toHaveLength(1);
  });

  it.each(['$5', '$5 / M tokens', '~~$5~~ $3', '-', 'Free', '', '$0 / hour', null, undefined])(
    'are none for %j',
    (cell) => expect(unreadCells({ input: cell })).toEqual([]),
  );
});
