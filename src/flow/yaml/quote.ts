/** A text as a quoted YAML value on one line. Single quotes where double ones would need escapes. */
export function quoteText(text: string): string {
  return /["\\]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Advice to quote, with the text quoted already where it is short enough to be read. */
export function quoteAdvice(text: string): string {
  return text.length > 70
    ? 'Put the whole text in quotes.'
    : `Put the whole text in quotes: ${quoteText(text)}`;
}
