import { expect, it } from 'vitest';
import { recordedBytes } from '../../src/read/recordedBytes.js';
import { folderWith } from '../store/folderWith.js';

it('adds up all that is recorded of a source, and nothing of others', async () => {
  const dir = await folderWith({ 'acme/meta.json': '{}', 'acme/list.json': '12345', 'other/list.json': '1' });
  expect([recordedBytes(dir, 'acme'), recordedBytes(dir, 'other')]).toEqual([7, 1]);
});

it.each(['nobody', ''])('is nothing where nothing is recorded: %j', async (source) =>
  expect(recordedBytes(await folderWith({}), source)).toBe(0),
);
