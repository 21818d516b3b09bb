import { expect, it } from 'vitest';
import { readme, regenerated } from './readme.js';

it('shows the help and the providers as they are (run `pnpm generate` to refresh them)', () => {
  expect(readme()).toBe(regenerated(readme()));
});
