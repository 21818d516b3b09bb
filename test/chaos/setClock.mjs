// Loaded before the program (NODE_OPTIONS=--import): its clock starts at CLOCK and goes on from there.
const Real = Date;
const ahead = Real.parse(process.env.CLOCK) - Real.now();
const now = () => Real.now() + ahead;
// A proxy passes on whatever a date is.
/* eslint-disable @typescript-eslint/no-unsafe-return */
globalThis.Date = new Proxy(Real, {
  construct: (target, given) => /** @type {Date} */ (Reflect.construct(target, given.length === 0 ? [now()] : given)),
  get: (target, name) => /** @type {unknown} */ (name === 'now' ? now : Reflect.get(target, name)),
});
