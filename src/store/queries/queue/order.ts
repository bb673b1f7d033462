import { asc, desc, sql, type SQL } from 'drizzle-orm';
import type { QueueSort, QueueView } from '../../queue.js';
import type { Tables } from '../tables.js';

type Handoffs = Tables['handoffs'];
type Row = Handoffs['$inferSelect'];

/**
 * An order of the queue, in which each handoff has a place of its own. A page goes on behind a place, whatever has come
 * and gone before it meanwhile.
 */
export interface Order {
  readonly by: readonly SQL[];
  /** What lies behind a place; a cursor that is none of this order is behind everything. */
  readonly behind: (cursor: string) => SQL;
  /** What lies before it, and in it. */
  readonly upTo: (cursor: string) => SQL;
  readonly cursorOf: (row: Pick<Row, 'sequence' | 'urgency' | 'closedAt'>) => string;
}

/** @returns The order in which a view is listed: of what is open, or by the end of what is closed. */
export function orderOf(handoffs: Handoffs, view: QueueView, sort: QueueSort): Order {
  if (view === 'resolved')
    return createOrder(handoffs, { key: 'closedAt', isUp: sort === 'oldest', mark: 'c' });
  if (sort === 'urgency') return createOrder(handoffs, { key: 'urgency', isUp: true, mark: 'u' });
  return createOrder(handoffs, { key: 'sequence', isUp: sort === 'oldest', mark: 'a' });
}

interface Definition {
  readonly key: 'closedAt' | 'urgency' | 'sequence';
  readonly isUp: boolean;
  /** Tells the cursors of one order from another's. */
  readonly mark: string;
}

function createOrder(handoffs: Handoffs, { key, isUp, mark }: Definition): Order {
  const { sequence } = handoffs;
  const column = handoffs[key];
  const direction = isUp ? asc : desc;
  const compare = (cursor: string, than: SQL): SQL => {
    const place = readCursor(cursor, mark);
    if (place === null) return sql`1 = 0`;
    if (key === 'sequence') return sql`${sequence} ${than} ${place.sequence}`;
    return sql`(${column}, ${sequence}) ${than} (${place.value}, ${place.sequence})`;
  };
  return {
    by: key === 'sequence' ? [direction(sequence)] : [direction(column), direction(sequence)],
    behind: (cursor) => compare(cursor, isUp ? sql`>` : sql`<`),
    upTo: (cursor) => compare(cursor, isUp ? sql`<=` : sql`>=`),
    cursorOf: (row) => `${mark}${row[key] ?? 0}.${row.sequence}`,
  };
}

function readCursor(
  cursor: string,
  mark: string,
): { readonly value: number; readonly sequence: number } | null {
  const [, of, value, sequence] = /^([a-z])(-?\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? [];
  return of === mark ? { value: Number(value), sequence: Number(sequence) } : null;
}
