import { styleText } from 'node:util';

/** What a part of the view is, which gives it its colour. */
export type Role = 'fetching' | 'retrying' | 'parsing' | 'waiting' | 'bar' | 'aside' | 'failed';

export type Paint = (role: Role, text: string) => string;

const styles = {
  fetching: 'cyan',
  retrying: 'yellow',
  parsing: 'green',
  waiting: 'gray',
  bar: 'cyan',
  aside: 'gray',
  failed: 'red',
} as const satisfies Record<Role, Parameters<typeof styleText>[0]>;

/** Colours, whatever the process' own terminal has: who asks for them has looked. */
export const colours: Paint = (role, text) =>
  text === '' ? '' : styleText(styles[role], text, { validateStream: false });
export const plain: Paint = (_, text) => text;
