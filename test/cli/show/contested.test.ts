import { expect, it } from 'vitest';
import { contested } from '../../../src/book/contested.js';
import { contestedMarkdown, contestedTable } from '../../../src/cli/show/contested.js';
import { aModel, aPricing } from '../../builders.js';

it.each([80, 100, 140])('the table is no wider than a terminal of %i columns, and loses nothing', (columns) => {
  const model = aModel('a-very-long-name/of-a-model-that-nobody-would-type-twice-in-a-life', {
    cost: { ...aModel().cost, input: 0.001 },
    pricing: aPricing({ differ: [{ witness: 'litellm', cost: { input: 0.004 } }] }),
  });
  const lines = contestedTable([contested(model)!], columns);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
  const first = lines.map((line) => line.split('│')[1]?.trim() ?? '').join('');
  expect(first).toContain(model.id);
});

it('in Markdown holds no markup of a provider', () => {
  const id = 'a|b\\c\n<img src=x>[d](javascript:e)`f`\u001b]52;c;\u0007';
  const pricing = aPricing({ differ: [{ witness: 'litellm', cost: { input: 0.004 } }] });
  const lines = contestedMarkdown([contested(aModel(id, { cost: { ...aModel().cost, input: 0.001 }, pricing }))!]);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain(String.raw`a\|b\\c \<img src=x>\[d](javascript:e)\`f\`\\u{1b}]52;c;\\u{7}`);
});
