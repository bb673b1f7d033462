import { afterEach, beforeEach } from 'vitest';

/** Rejections that nobody handled in the running test of this file; each would have ended a server. */
export function watchUnhandled(): readonly unknown[] {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown): void => void unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', hear);
  });
  afterEach(() => {
    process.off('unhandledRejection', hear);
  });
  return unhandled;
}
