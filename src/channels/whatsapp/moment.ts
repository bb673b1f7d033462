import { type Fields, readTime } from '../fields.js';
import type { Change } from './change.js';

/** When something happened, epoch ms: its own moment, else its entry's, else now; never after we received it. */
export function momentOf(fields: Fields, { time, receivedAt }: Pick<Change, 'time' | 'receivedAt'>): number {
  return Math.min(readTime(fields['timestamp']) ?? time ?? receivedAt, receivedAt);
}
