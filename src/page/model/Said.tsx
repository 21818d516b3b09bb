import type { Offer } from '../book.js';
import { type Said as SaidOf, saidBy } from './facts.js';

/** More answers to one question nobody reads. */
const most = 6;

const some = (texts: readonly string[]): string =>
  [...texts.slice(0, most), ...(texts.length > most ? [`${texts.length - most} others`] : [])].join('; ');

/** What the offers of a model say of it: where they say different things, how many say which. Nothing where none says a thing. */
export function Said({ offers }: { readonly offers: readonly Offer[] }) {
  const facts = saidBy(offers);
  if (facts.length === 0) return null;
  return (
    <>
      <h3>What its offers say</h3>
      <dl class="model-lines">
        {facts.map(({ name, said }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{saidWords(said, offers.length)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const saidWords = (said: readonly SaidOf[], offers: number): string =>
  said.length === 1 && said[0]?.offers === offers
    ? said[0].text
    : some(said.map(({ text, offers }) => `${text} (${offers})`));
