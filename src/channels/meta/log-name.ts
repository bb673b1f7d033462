/** A name out of the payload as a log may show it. */
export function logName(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, 64) : null;
}
