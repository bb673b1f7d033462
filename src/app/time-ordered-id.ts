import { randomUUID } from 'node:crypto';

/**
 * Makes UUIDs of version 7 (RFC 9562 §5.7): the milliseconds of `now`, then chance. Rows that are made together so lie
 * together in every index, where ids of chance alone would each change a page of their own.
 */
export function timeOrderedIds(now: () => number): () => string {
  return () => {
    const time = now().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
  };
}
