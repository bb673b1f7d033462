import { RE2JS, RE2JSException } from 're2js';

/** A regular expression that cannot be made to run for ever: RE2 syntax, no look-around, no back-references. */
export type LinearPattern = RE2JS;

/** Capital letters do not matter. `problem`: why it cannot be read, in the words of the engine. */
export function compilePattern(
  source: string,
  { spansLines = false }: { readonly spansLines?: boolean } = {},
): { readonly compiled: LinearPattern } | { readonly problem: string } {
  try {
    return { compiled: RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | (spansLines ? RE2JS.DOTALL : 0)) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { problem: error.message.replace(/^error parsing regexp: /u, '') };
  }
}
