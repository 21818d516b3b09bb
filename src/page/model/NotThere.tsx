import { hashOf } from '../hash.js';

/** What the table has not, and where to look for it. */
export const NotThere = ({ what, name }: { readonly what: string; readonly name: string }) => (
  <>
    <h2>{name === '' ? `No ${what} is named` : name}</h2>
    <p>
      The table has no such {what}.{' '}
      <a href={hashOf({ view: 'offers', chosen: { q: name.split('/').slice(1).join(' ') || name } })}>
        Look for it among all offers
      </a>
    </p>
  </>
);
