import { useMemo, useState } from 'preact/hooks';
import type { Book, Offer } from '../book.js';
import type { Choose } from '../usePlace.js';
import { Select } from './Select.js';
import { type Asked, asks, countedBy } from './filter.js';

interface Props {
  readonly book: Book;
  readonly chosen: Asked;
  readonly choose: Choose;
  readonly isNarrow: boolean;
}

const selects: readonly {
  readonly name: string;
  readonly label: string;
  readonly valueOf: (offer: Offer) => string | null;
}[] = [
  { name: 'provider', label: 'Provider', valueOf: ({ provider }) => provider },
  { name: 'lab', label: 'Lab', valueOf: ({ lab }) => lab },
  { name: 'mode', label: 'Mode', valueOf: ({ mode }) => mode },
  { name: 'status', label: 'Price', valueOf: ({ pricing }) => pricing.status },
  { name: 'witness', label: 'Stated by', valueOf: ({ pricing }) => pricing.source },
  { name: 'lifecycle', label: 'Lifecycle', valueOf: ({ status }) => status },
];

const inputs: readonly (Pick<InputProps, 'label' | 'hint' | 'isNumber'> & { readonly name: string })[] = [
  { name: 'model', label: 'Model', hint: 'meta/llama-3.3' },
  { name: 'least', label: 'Input from, $/1M', isNumber: true },
  { name: 'most', label: 'Input up to, $/1M', isNumber: true },
  { name: 'mostOut', label: 'Output up to, $/1M', isNumber: true },
  { name: 'context', label: 'Context from, tokens', isNumber: true },
];

const abilities = [
  ['tools', 'calls tools'],
  ['thinks', 'thinks'],
  ['schemas', 'answers in a schema'],
  ['files', 'takes files'],
  ['sees', 'sees images'],
  ['hears', 'hears'],
  ['open', 'open weights'],
] as const;

/** What the offers are filtered by, beside the search. */
export function Filters({ book, chosen, choose, isNarrow }: Props) {
  const options = useMemo(
    () => selects.map((one) => ({ ...one, counts: countedBy(book.offers, one.valueOf) })),
    [book],
  );
  const set = asks.filter((name) => name !== 'q' && chosen[name]).length;
  // Later it is the reader who opens and closes it.
  const [wasOpen] = useState(!isNarrow && set > 0);
  return (
    <details class="offers-panel" open={wasOpen}>
      <summary>Filter{set > 0 ? ` (${set})` : ''}</summary>
      <fieldset>
        <legend class="hidden">Filter</legend>
        {options.map(({ name, label, counts }) => (
          <Select
            key={name}
            {...{ label, counts }}
            value={chosen[name] ?? ''}
            onChange={(value) => choose({ [name]: value })}
          />
        ))}
        {inputs.map((one) => (
          <Input
            key={one.name}
            {...one}
            value={chosen[one.name] ?? ''}
            onInput={(value) => choose({ [one.name]: value })}
          />
        ))}
        <Abilities chosen={chosen['can'] ?? ''} onChange={(can) => choose({ can })} />
        <button type="button" onClick={() => choose(Object.fromEntries(asks.map((name) => [name, ''])))}>
          Show all
        </button>
      </fieldset>
    </details>
  );
}

interface InputProps {
  readonly label: string;
  readonly hint?: string;
  readonly isNumber?: true;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

const Input = ({ label, hint, isNumber, value, onInput }: InputProps) => (
  <label>
    <span>{label}</span>
    <input
      inputMode={isNumber ? 'decimal' : 'text'}
      {...(hint && { placeholder: hint })}
      value={value}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
    />
  </label>
);

function Abilities({ chosen, onChange }: { readonly chosen: string; readonly onChange: (can: string) => void }) {
  const wanted = chosen.split(',').filter((name) => name !== '');
  return (
    <div class="offers-can" role="group" aria-label="It can">
      {abilities.map(([name, label]) => {
        const isWanted = wanted.includes(name);
        const next = isWanted ? wanted.filter((other) => other !== name) : [...wanted, name];
        return (
          <label key={name}>
            <input type="checkbox" checked={isWanted} onChange={() => onChange(next.join(','))} /> {label}
          </label>
        );
      })}
    </div>
  );
}
