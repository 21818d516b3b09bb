import { useState } from 'preact/hooks';
import { Rows } from '../Rows.js';

/** The figures of a picture as a table, which is made once somebody wants it. */
export function Behind<Row>(props: Parameters<typeof Rows<Row>>[0]) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="pictures-behind" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>The same as a table</summary>
      {isOpen && <Rows {...props} />}
    </details>
  );
}
