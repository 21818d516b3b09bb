import { expect, it } from 'vitest';
import { anySays } from '../../../src/sources/parse/anySays.js';

it('anySays yes where one does, no where all that say anything do, nothing where none says', () => {
  expect(anySays([false, null, true])).toBe(true);
  expect(anySays([null, false])).toBe(false);
  expect(anySays([null, null])).toBeNull();
  expect(anySays([])).toBeNull();
});
