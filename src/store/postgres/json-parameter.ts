/**
 * Rows as one JSON parameter. PostgreSQL's text holds neither NUL nor half a surrogate pair, and refuses the whole
 * statement for one of them; both are replaced by U+FFFD. What people write never has them here: the channels see to that.
 */
export function toJsonParameter(rows: readonly unknown[]): string {
  return JSON.stringify(rows).replace(escapes, (escape) => (escape === '\\\\' ? escape : '\uFFFD'));
}

/** An escaped backslash is matched too, so that what follows it is not taken for an escape. */
const escapes = /\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g;
