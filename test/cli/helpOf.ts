import { NEVER } from 'rxjs';
import { commander } from '../../src/cli/program.js';

/** The help of the program and of each command, as `--help` prints it. */
export const helpOf = (): string => {
  const { stdin, stdout, stderr } = process;
  const nobody = { stdin, stdout, stderr, env: {}, stop: NEVER, isStopped: () => false };
  const program = commander(nobody, () => undefined);
  return [program, ...program.commands]
    .map((command) => command.configureHelp({ ...command.configureHelp(), helpWidth: 110 }).helpInformation())
    .join('\n');
};
