import { afterEach, beforeEach } from 'vitest';

/**
 * What the process told of in the running test of this file: warnings, or rejections that nobody handled, each of which would
 * have ended a server.
 */
export function watchProcess(event: 'unhandledRejection' | 'warning'): readonly unknown[] {
  const said: unknown[] = [];
  const hear = (what: unknown): void => void said.push(what);
  beforeEach(() => {
    said.length = 0;
    process.on(event, hear);
  });
  afterEach(() => {
    process.off(event, hear);
  });
  return said;
}
