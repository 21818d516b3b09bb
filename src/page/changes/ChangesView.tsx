import { useMemo } from 'preact/hooks';
import { type Cell, type ChangeGroup, changeGroups } from '../../changes/changeGroups.js';
import { OfferLink } from '../OfferLink.js';
import { Rows } from '../Rows.js';
import type { ViewProps } from '../view.js';
import './changes.css';
import { changesSince, monthBefore } from './changesSince.js';

/** What runs found changed since a day, a month ago where nobody says: the same tables as `diff` shows. */
export function ChangesView({ book, place: { chosen }, choose }: ViewProps) {
  const { changes, olderChanges, madeAt } = book.data;
  const since = chosen['since'] ?? monthBefore(madeAt);
  const words = chosen['q'] ?? '';
  const groups = useMemo(() => changeGroups(changesSince(changes, since, words)), [changes, since, words]);
  return (
    <div class="changes">
      <h2>What changed</h2>
      <form class="changes-asked" onSubmit={(event) => event.preventDefault()}>
        <label>
          since <input type="date" value={since} onInput={({ currentTarget: { value } }) => choose({ since: value })} />
        </label>
        <label>
          of{' '}
          <input
            type="search"
            placeholder="provider or model"
            value={words}
            onInput={({ currentTarget: { value } }) => choose({ q: value })}
          />
        </label>
      </form>
      {groups.map((group) => (
        <Group key={group.title.split(':')[0]} group={group} />
      ))}
      {groups.length === 0 && (
        <p>
          {changes.length === 0
            ? 'No run has found a change yet: what changes shows after the second run into a folder.'
            : `No run found a change of this since ${since}.`}
        </p>
      )}
      {olderChanges > 0 && (
        <p class="soft">{olderChanges.toLocaleString('en')} older changes stand in changes.jsonl alone.</p>
      )}
    </div>
  );
}

function Group({ group: { title, head, numbers, rows } }: { readonly group: ChangeGroup }) {
  const columns = head.map((name, i) => ({
    head: name,
    isNumber: numbers.includes(i),
    cell: (row: readonly Cell[]) => <Lines cell={row[i] ?? ''} isOffer={i === 0 && name === 'offer'} />,
  }));
  return (
    <section>
      <h3>{title}</h3>
      <Rows caption={title} columns={columns} rows={rows} />
    </section>
  );
}

function Lines({ cell, isOffer }: { readonly cell: Cell; readonly isOffer: boolean }) {
  const lines = [cell].flat().filter((line) => line !== '');
  return (
    <>
      {lines.map((line, i) => (
        <div key={i} class={i > 0 ? 'soft' : undefined}>
          {isOffer && i === 0 ? <OfferLink offer={String(line)} /> : line}
        </div>
      ))}
    </>
  );
}
