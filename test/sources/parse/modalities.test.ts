import { expect, it } from 'vitest';
import { attachable, modalitiesOf, modeOf } from '../../../src/sources/parse/modalities.js';

it('reads names in any spelling and leaves the rest out', () => {
  expect(modalitiesOf(['Text', ' image ', 'file', 'VIDEO', 'embeddings', ''])).toEqual([
    'text',
    'image',
    'pdf',
    'video',
  ]);
  expect(modalitiesOf(null)).toEqual([]);
});

it('tells from the inputs whether files can be attached', () => {
  expect([attachable(['text', 'pdf']), attachable(['text']), attachable([])]).toEqual([true, false, null]);
});

it('tells the mode only where the outputs leave no doubt', () => {
  expect(modeOf(['text'], ['image'])).toBe('image');
  expect(modeOf(['text'], ['audio'])).toBe('speech');
  expect(modeOf(['text', 'audio'], ['audio'])).toBeNull();
  expect(modeOf(['text'], ['text'])).toBeNull();
  expect(modeOf(['text'], ['text', 'image'])).toBeNull();
});
