import { Observable } from 'rxjs';
import type { Surroundings } from './command.js';

/** Emits when the user wants the program to end. */
export const stopOf = ({ stop }: Pick<Surroundings, 'stop'>): Observable<unknown> =>
  new Observable((subscriber) => stop.subscribe(subscriber));
