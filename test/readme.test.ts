import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { readme, regenerated } from './readme.js';

it('shows the help and the providers as they are (run `pnpm generate` to refresh them)', () => {
  expect(readme()).toBe(regenerated(readme()));
});

it('says of each dependency what it is for', () => {
  const builtWith = readme().split('## Built with')[1] ?? '';
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const types = (name: string) => name.startsWith('@types/');
  expect(names.filter((name) => !types(name) && !new RegExp(`\\b${name}\\b`).test(builtWith))).toEqual([]);
});
