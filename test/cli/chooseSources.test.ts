import { describe, expect, it } from 'vitest';
import { chooseSources } from '../../src/cli/chooseSources.js';

const known = [
  { id: 'openai', name: 'OpenAI' },
  { id: 'openrouter', name: 'OpenRouter' },
  { id: 'zai', name: 'Z.ai' },
  { id: 'router', name: 'zai' },
];
const idsOf = (...names: string[]) => chooseSources(names, known).map(({ id }) => id);

describe('the sources that names choose', () => {
  it.each(['openrouter', 'OpenRouter', 'open router', 'OPENROUTER', 'open-router'])(
    'are found by id or name, whatever the case, blanks and dashes: %j',
    (name) => expect(idsOf(name)).toEqual(['openrouter']),
  );

  it('are found by an id before a name', () => expect(idsOf('ZAI')).toEqual(['zai']));

  it('are each chosen once, in the order of the names', () =>
    expect(idsOf('Open Router', 'openai', 'openrouter')).toEqual(['openrouter', 'openai']));

  it.each([
    ['opnai', 'no provider "opnai"; did you mean "openai"? `ratecard sources` lists them all'],
    ['Open Ruter', 'no provider "Open Ruter"; did you mean "openrouter"? `ratecard sources` lists them all'],
    ['xyz', 'no provider "xyz": `ratecard sources` lists them all'],
  ])('are wrong usage where there is none, naming the nearest: %j', (name, message) =>
    expect(() => chooseSources([name], known)).toThrow(expect.objectContaining({ exitCode: 2, message })),
  );
});
