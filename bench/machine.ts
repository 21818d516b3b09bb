import { cpus } from 'node:os';

/** The machine that the figures are of, for people. */
export const machine = (): string => {
  const all = cpus();
  return `${all.length} cores (${all[0]?.model ?? 'unknown'}), Node ${process.version}, ${process.platform} ${process.arch}`;
};
