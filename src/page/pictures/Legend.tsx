import type { Entry } from './drawing.js';

interface Props {
  readonly label: string;
  readonly entries: readonly Entry[];
  /** The one of which alone something is shown. */
  readonly only?: string;
  /** Shows one alone; without it nothing can be chosen. */
  readonly onOnly?: (name: string) => void;
}

/** What the colours stand for. */
export const Legend = ({ label, entries, only = '', onOnly }: Props) => (
  <ul class="pictures-legend" aria-label={label}>
    {entries.map(({ name, colour, count }) => {
      const said = (
        <>
          <i style={{ background: colour }} />
          {name}
          {count !== undefined && <span class="soft"> {count.toLocaleString('en')}</span>}
        </>
      );
      return (
        <li key={name}>
          {onOnly ? (
            <button type="button" aria-pressed={only === name} onClick={() => onOnly(only === name ? '' : name)}>
              {said}
            </button>
          ) : (
            said
          )}
        </li>
      );
    })}
  </ul>
);
