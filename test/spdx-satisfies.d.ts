declare module 'spdx-satisfies' {
  /** Whether one of the approved licences satisfies the SPDX expression; throws for a text that is none. */
  export default function satisfies(expression: string, approved: readonly string[]): boolean;
}
