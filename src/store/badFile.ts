/** A file that a person wrote or that ratecard keeps for them can't be used as it is: one line, with the next step. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
}
