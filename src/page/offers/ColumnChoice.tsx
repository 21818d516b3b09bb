import { columns, type Column } from './columns.js';

interface Props {
  readonly shown: readonly Column[];
  /** Given the ids, apart by commas; empty for the usual ones. */
  readonly onChoose: (ids: string) => void;
}

/** Which columns are shown. */
export function ColumnChoice({ shown, onChoose }: Props) {
  const ids = new Set(shown.map(({ id }) => id));
  const flip = (id: string) =>
    onChoose(
      columns
        .map((column) => column.id)
        .filter((other) => (other === id ? !ids.has(id) : ids.has(other)))
        .join(','),
    );
  return (
    <details class="offers-panel">
      <summary>Columns</summary>
      <fieldset>
        <legend class="hidden">Columns</legend>
        {columns.map(({ id, head }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={ids.has(id)}
              disabled={ids.size === 1 && ids.has(id)}
              onChange={() => flip(id)}
            />{' '}
            {head}
          </label>
        ))}
        <button type="button" onClick={() => onChoose('')}>
          The usual ones
        </button>
      </fieldset>
    </details>
  );
}
