import { Link } from '../Link.js';
import type { Shown } from './evidenceOf.js';

/** Facts, a line each. */
export const Lines = ({ lines }: { readonly lines: readonly Shown[] }) => (
  <dl class="model-lines">
    {lines.map(({ name, text, url }, i) => (
      <div key={i}>
        <dt>{name}</dt>
        <dd>{url === undefined ? text : <Link url={url} />}</dd>
      </div>
    ))}
  </dl>
);
