import type { Offer } from '../book.js';
import { saidBy } from './facts.js';

/** More answers to one question nobody reads. */
const most = 6;

const some = (texts: readonly string[]): string =>
  [...texts.slice(0, most), ...(texts.length > most ? [`${texts.length - most} others`] : [])].join('; ');

/** What the offers of a model say of it: where they say different things, how many say which. */
export const Said = ({ offers }: { readonly offers: readonly Offer[] }) => (
  <dl class="model-lines">
    {saidBy(offers).map(({ name, said }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          {said.length === 1 && said[0]?.offers === offers.length
            ? said[0].text
            : some(said.map(({ text, offers }) => `${text} (${offers})`))}
        </dd>
      </div>
    ))}
  </dl>
);
