import { RE2JS, RE2JSException } from 're2js';

/** A regular expression that cannot be made to run for ever: RE2 syntax, no look-around, no back-references. */
export type LinearPattern = RE2JS;

/** Instructions of a compiled pattern: matching costs at most their number for each character. */
const LARGEST = 3_000;

/**
 * Makes a pattern ready. Capital letters do not matter.
 *
 * @param source RE2 syntax.
 * @param options `largest`: how many instructions it may come to.
 * @returns `problem`: why it cannot be used, in the words of the engine.
 */
export function compilePattern(
  source: string,
  {
    spansLines = false,
    largest = LARGEST,
  }: { readonly spansLines?: boolean; readonly largest?: number } = {},
): { readonly compiled: LinearPattern } | { readonly problem: string } {
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | (spansLines ? RE2JS.DOTALL : 0));
    return compiled.programSize() > largest ? { problem: 'it repeats too much' } : { compiled };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { problem: error.message.replace(/^error parsing regexp: /u, '') };
  }
}
