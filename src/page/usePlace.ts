import { useCallback, useEffect, useState } from 'preact/hooks';
import { hashOf, type Place, placeOf } from './hash.js';

/** Changes what is chosen at the place; what is empty is not chosen any more. */
export type Choose = (chosen: Readonly<Record<string, string>>) => void;

/** Where the page is, by its address, and how to choose there: a choice takes the place of the last one in the history. */
export function usePlace(): [place: Place, choose: Choose] {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const move = () => setPlace(placeOf(location.hash));
    addEventListener('hashchange', move);
    return () => removeEventListener('hashchange', move);
  }, []);
  const choose = useCallback<Choose>((chosen) => {
    const now = placeOf(location.hash);
    const next = { ...now, chosen: { ...now.chosen, ...chosen } };
    history.replaceState(null, '', hashOf(next));
    setPlace(placeOf(location.hash));
  }, []);
  return [place, choose];
}
