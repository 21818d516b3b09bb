import type { ComponentType } from 'preact';
import { hashOf } from '../hash.js';
import type { ViewProps } from '../view.js';
import { Ages } from './Ages.js';
import { Disputes } from './Disputes.js';
import './open.css';
import { Quarantine } from './Quarantine.js';
import { Rejected } from './Rejected.js';
import { Unknown } from './Unknown.js';

const parts: readonly { readonly name: string; readonly title: string; readonly Part: ComponentType<ViewProps> }[] = [
  { name: 'unknown', title: 'No price', Part: Unknown },
  { name: 'disputes', title: 'Witnesses differ', Part: Disputes },
  { name: 'quarantine', title: 'Refused prices', Part: Quarantine },
  { name: 'rejected', title: 'Rejected rows', Part: Rejected },
  { name: 'age', title: 'Age of the data', Part: Ages },
];

/** What is not known, not believed, not agreed on, not read, and how old the rest is. */
export function OpenView(props: ViewProps) {
  const { of } = props.place;
  const {
    Part,
    name: shown,
    title,
  } = parts.find(({ name }) => name === of) ?? parts[0] ?? { Part: Unknown, name: '', title: '' };
  return (
    <div class="open">
      <h2>Open questions</h2>
      <nav aria-label="Open questions">
        {parts.map((part) => (
          <a
            key={part.name}
            href={hashOf({ view: 'open', of: part.name })}
            aria-current={part.name === shown ? 'page' : undefined}
          >
            {part.title}
          </a>
        ))}
      </nav>
      <h3>{title}</h3>
      <Part {...props} />
    </div>
  );
}
