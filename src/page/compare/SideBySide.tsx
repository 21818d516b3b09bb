import type { Sold } from '../model/sold.js';
import { OfferLink } from '../OfferLink.js';
import type { ComparedGroup, ComparedRow } from './compared.js';

interface Props {
  readonly sold: readonly Sold[];
  readonly groups: readonly ComparedGroup[];
  /** Whether rows in which all say the same are left out. */
  readonly isOnly: boolean;
  readonly remove: (key: string) => void;
}

/** A column for each offer, a row for each fact. */
export function SideBySide({ sold, groups, isOnly, remove }: Props) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Offers side by side">
      <table class="compare">
        <caption>Rows marked ≠ differ.</caption>
        <thead>
          <tr>
            <th scope="col">Fact</th>
            {sold.map(({ offer: { key } }) => (
              <th key={key} scope="col">
                <OfferLink offer={key} />{' '}
                <button type="button" class="compare-remove" aria-label={`Remove ${key}`} onClick={() => remove(key)}>
                  ×
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <Group key={title} title={title} columns={sold.length} rows={rows.filter((row) => row.differs || !isOnly)} />
        ))}
      </table>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly columns: number;
  readonly rows: readonly ComparedRow[];
}

const Group = ({ title, columns, rows }: GroupProps) =>
  rows.length === 0 ? null : (
    <tbody>
      <tr>
        <th scope="rowgroup" class="compare-title">
          {title}
        </th>
        <td colSpan={columns} />
      </tr>
      {rows.map((row) => (
        <Row key={row.name} {...row} />
      ))}
    </tbody>
  );

const Row = ({ name, cells, differs, isNumber }: ComparedRow) => (
  <tr class={differs ? 'compare-differs' : undefined}>
    <th scope="row">
      {name} {differs ? <abbr title="differs">≠</abbr> : null}
    </th>
    {cells.map(({ text, isCheapest }, i) => (
      <td key={i} class={isNumber ? 'number' : undefined}>
        {isCheapest ? <span class="compare-cheapest">cheapest</span> : null} {text === '' ? '-' : text}
      </td>
    ))}
  </tr>
);
