import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The arguments of a command that works on one file: its path as it was typed, and the options, of those that there are.
 *
 * @param missing the sentence for whoever names no file, or several
 * @throws {UsageError} for anything else
 */
export function parseOneFile<const Wanted extends Options>(args: string[], options: Wanted, missing: string) {
  const { values, positionals } = parse(args, options);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(missing);
  return { file, values };
}

function parse<const Wanted extends Options>(args: string[], options: Wanted) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
