import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/cli/nearest.js';
import { commands } from '../../src/cli/commands/index.js';

const names = commands.map(({ name }) => name);

describe('nearest', () => {
  it.each([
    ['dwnload', 'download'],
    ['RECORDS', 'record'],
    ['exprot', 'export'],
    ['rnu', 'run'],
    ['pirce', 'price'],
    ['prise', 'price'],
    ['rum', 'run'],
    ['cust', 'cost'],
    ['pr', undefined],
    ['xyz', undefined],
    ['nosuchthing', undefined],
    ['update', undefined],
  ])('finds the command that was meant by %j', (word, found) => expect(nearest(word, names)).toBe(found));

  it.each(['nosuchthing', 'qwertz', 'amazn'])('says nothing to %j that is only a little like a candidate', (word) =>
    expect(nearest(word, ['gpt-5-thinking', 'thinkingmachines', 'qwen3-coder', 'llama'])).toBeUndefined(),
  );

  it.each(['o3', 'gp7', 'qw8'])('takes no digit of %j for a letter', (word) =>
    expect(nearest(word, ['o1', 'gpt', 'qwe'])).toBeUndefined(),
  );

  it('gives the candidate as it is written', () => expect(nearest('opnai', ['Azure', 'OpenAI'])).toBe('OpenAI'));
  it('finds nothing among none', () => expect(nearest('run', [])).toBeUndefined());
});
