import { tell } from './tell.js';
import { Command as Commander, CommanderError, Help } from 'commander';
import type { Surroundings } from './command.js';
import { commands } from './commands/index.js';
import { Failure, usageError } from './failure.js';
import { commanderOption, type Options } from './options.js';
import { nearest } from './nearest.js';
import { BadFile } from '../store/badFile.js';
import { FolderInUse } from '../store/lock/folderInUse.js';
import { version } from '../read/version.js';
import { linesIn } from '../sources/parse/linesIn.js';

/** Reads the command line and runs the command; gives the exit code, throws a `Failure`. */
export async function programOf(surroundings: Surroundings, argv: readonly string[]): Promise<number> {
  const [first, second] = argv.slice(2);
  const word = first === 'help' ? second : first;
  if (word !== undefined && !word.startsWith('-') && !commands.some(({ name }) => name === word)) {
    const guess = nearest(
      word,
      commands.map(({ name }) => name),
    );
    throw usageError(`no command "${word}"${guess ? `; did you mean "${guess}"?` : ''}`);
  }
  let code = 0;
  const program = commander(surroundings, (result) => (code = result));
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof BadFile || error instanceof FolderInUse) throw new Failure(error.message, 1);
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw usageError(oneLine(error.message));
  }
  return code;
}

/** The command line as commander knows it. */
export function commander({ stdout, stderr, ...rest }: Surroundings, done: (code: number) => void): Commander {
  const program = new Commander('ratecard')
    .description('The table of AI models and what they cost, with the source of every price.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => tell(stdout, ...text.replace(/\n$/, '').split('\n')),
      writeErr: () => undefined,
    });
  commands.forEach((command, i) => {
    const sub = program.command(command.name, { isDefault: i === 0 }).description(command.summary);
    for (const name of command.options) sub.addOption(commanderOption(name));
    for (const one of [command.argument, command.second]) if (one) sub.argument(one.form, one.help);
    if (!command.argument) sub.allowExcessArguments(false);
    if (i === 0) program.configureHelp({ formatHelp: (one, help) => withDefault(one, help, sub) });
    sub.action(async (...given: unknown[]) => {
      const [first, second] = [command.argument && textIn(given[0]), command.second && textIn(given[1])];
      const options = sub.opts<Options>();
      const act = await command.load(options);
      done(await act(options, { stdout, stderr, ...rest }, first, second));
    });
  });
  return program;
}

/** The help of the program tells what happens without a command, with the options of that. */
function withDefault(one: Commander, help: Help, sub: Commander): string {
  const own = Help.prototype.formatHelp.call(help, one, help);
  if (one === sub || one.parent) return own;
  // Options begin below the heading, and the command line's own stand above.
  const [, options = ''] = Help.prototype.formatHelp.call(help, sub, help).split('\nOptions:\n');
  return `${own}\nWithout a command it does what \`${one.name()} ${sub.name()}\` does, with its options:\n${options}`;
}

/** An argument as one text, which may come in several words; undefined where it is left out. */
function textIn(given: unknown): string | undefined {
  const words = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : [];
  return words.length > 0 ? words.join(' ') : undefined;
}

/** Commander's messages start with "error: " and may go on over several lines. */
const oneLine = (message: string): string => linesIn(message.replace(/^error: /, '')).join(' ');
