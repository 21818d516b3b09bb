import { expect, it } from 'vitest';
import { committed, heads } from './heads.js';

it.each(Object.entries(heads))(
  '%s is as the recordings have it (run `pnpm generate` to refresh it)',
  async (name, make) => {
    expect(committed(name)).toBe(await make());
  },
);
