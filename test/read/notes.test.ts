import { identity } from 'rxjs';
import { expect, it } from 'vitest';
import { openNotes } from '../../src/read/notes.js';
import { aNetwork } from '../builders.js';

it('leave it to the network to note how long is worked on what came', () => {
  const working = () => identity;
  expect(openNotes().noting('acme', { ...aNetwork({}), working }).working).toBe(working);
});
