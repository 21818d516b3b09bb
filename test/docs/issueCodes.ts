import { laws } from '../../src/settle/laws/index.js';

/** What the codes of issues mean that are no law's. */
const others: Readonly<Record<string, string>> = {
  alias: 'the id stands for another model of the provider, today',
  alone: 'nobody but the witness that was believed states the price',
  'ambiguous-price': 'a page or list has more than one price of it, and nothing says which holds',
  'another-unit': 'the list that states it is a common factor away from all others, and is not believed as a whole',
  'before-history': 'for a price of another day: the history of the offer begins later',
  'cache-storage': 'a price of storing in the cache by the hour, which is none of writing to it',
  'contradicting-prices': 'two pages of the provider state prices that can not both hold',
  disputed: 'witnesses differ, and none is by far the surer: both prices are named',
  flip: 'for a price of another day: a price that stood for less than a week and was taken back',
  'low-confidence': 'a witness states one that is likely enough to be wrong: the price and its chance are named',
  'moving-alias': 'the name moves on to newer models, and the list does not say whose price it has',
  'name-only': 'the page has a name for people, and no id that the API takes',
  'no-history': 'for a price of another day: the history knows no price of the offer',
  'no-list-price': 'the provider says that it has none by use, or states it in another currency',
  'no-match': 'no price list has it',
  'no-price': 'the list that names it has no price of it',
  'not-priced': 'the provider lists it without a price: who lists it, and which of its pages were asked',
  'not-serverless': 'it is served by a deployment of your own alone',
  override: 'the price is yours, from `overrides.yaml`, with your reason',
  'override-agreed': 'your override says what all others say by now: it is no longer needed',
  'unread-condition': 'a price holds under a condition that can not be told',
  'unread-price': 'a price in a key, or under a word, that nobody knows; over 30 % of them are a fault of the endpoint',
};

/** What reading says by the name of a law, where it finds the same before any law is asked. */
const also: Readonly<Record<string, string>> = {
  'implausible-price': 'the provider states it in a unit that its own list contradicts',
  'unknown-unit': 'a number, and nothing says of what',
  'zero-price': 'the list says 0, and nobody says free',
};

/** Every code that `issues` may have, with what it means: the reason of a law, or the line of one that is none. */
export const issueCodes: ReadonlyMap<string, string> = new Map(
  [
    ...laws.map(({ name, reason }) => [name, `${also[name] ? `${also[name]}; ` : ''}law: ${reason}`] as const),
    ...Object.entries(others),
  ].sort(([a], [b]) => (a < b ? -1 : 1)),
);
