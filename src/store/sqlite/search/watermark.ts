import type { Database } from 'better-sqlite3';

/** Up to which row of a table the word index has come. */
export interface Watermark {
  read(): number;
  /** Left out: it stays where it is. */
  move(to: number | undefined): void;
  /** The highest rows may be gone: whatever gets their numbers is still to be looked at. */
  followRemoval(): void;
}

export function prepareWatermark(client: Database, table: 'messages' | 'notes' | 'events'): Watermark {
  const key = `indexed_${table}`;
  const find = client.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const set = client.prepare<[string, string]>(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const highest = client.prepare<[], number | null>(`SELECT max(sequence) FROM ${table}`).pluck();
  const read = () => Number(find.get(key) ?? 0);
  return {
    read,
    move(to) {
      if (to !== undefined) set.run(key, String(to));
    },
    followRemoval() {
      const last = highest.get() ?? 0;
      if (read() > last) set.run(key, String(last));
    },
  };
}
