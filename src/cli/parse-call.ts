import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { UsageError } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads what follows a command's name; throws UsageError for what it does not know, or too many words. */
export function parseCall<T extends Options>(args: readonly string[], options: T, mostWords: number) {
  const call = tryParse(args, options);
  const surplus = call.positionals[mostWords];
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one word too many.`);
  return call;
}

function tryParse<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // The first sentence says what is wrong; the others explain Node's conventions.
    const [problem] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${problem ?? ''}.`);
  }
}
