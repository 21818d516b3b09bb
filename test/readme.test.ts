import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import * as library from '../src/index.js';
import { readme, regenerated, sampleUnder } from './readme.js';

it('shows the help and the sources as they are (run `pnpm generate` to refresh them)', () => {
  expect(readme()).toBe(regenerated(readme()));
});

it('says of each dependency what it is for', () => {
  const builtWith = readme().split('## Built with')[1] ?? '';
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const types = (name: string) => name.startsWith('@types/');
  expect(names.filter((name) => !types(name) && !new RegExp(`(?<![\\w@/-])${name}\\b`).test(builtWith))).toEqual([]);
});

it('imports only what the library exports', () => {
  const [, names = ''] = /^import \{ (.*) \} from 'ratecard';$/m.exec(sampleUnder('As a library')) ?? [];
  expect(names.split(', ').length).toBeGreaterThan(3);
  expect(names.split(', ').filter((name) => !(name in library))).toEqual([]);
});

it('names no script that is not there', () => {
  const own = ['run', ...Object.keys(manifest.scripts)];
  const named = [...readme().matchAll(/\bpnpm(?:@10)?(?: -s)? ([a-z][a-z:-]*)/g)].map(([, script = '']) => script);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((script) => !own.includes(script))).toEqual([]);
});
