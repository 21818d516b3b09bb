import type { Command } from './command.js';

export const explain: Command = {
  name: 'explain',
  summary:
    'how a price was found, or why none was: `explain openai/gpt-4o`, `explain "claude 3.5 haiku" --provider anthropic`',
  options: ['provider', 'prices', 'out', 'offline', 'json'],
  argument: { form: '<model>', help: 'provider/model as in the data, or free text with --provider' },
  run: () => Promise.resolve(0),
};
