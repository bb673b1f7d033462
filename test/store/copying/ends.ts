import { onTestFinished } from 'vitest';
import { copyStore, type CopyReport } from '../../../src/store/copying/copy-store.js';
import type { CopySource, CopyTarget } from '../../../src/store/copying/copy-ends.js';

/** A database that may be opened as either end, on some engine. */
export interface CopyPlace {
  readonly openSource: () => Promise<CopySource>;
  readonly openTarget: () => Promise<CopyTarget>;
}

/** Copies as the command does: both ends are closed, however it ends. */
export async function copyBetween(
  from: CopyPlace,
  to: CopyPlace,
  wrap: (source: CopySource) => CopySource = (source) => source,
): Promise<CopyReport> {
  const source = await from.openSource();
  try {
    const target = await to.openTarget();
    try {
      return await copyStore(wrap(source), target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** A source whose machine is lost after so many pages. */
export function breakingAfter(pages: number): (source: CopySource) => CopySource {
  let read = 0;
  return (source) => ({
    ...source,
    readAfter: (table, after) => {
      read += 1;
      if (read > pages) return Promise.reject(new Error('The cable was pulled.'));
      return source.readAfter(table, after);
    },
  });
}

/** Closes the end with the test, where the test itself does not. */
export async function keepOpen<End extends { close(): Promise<void> }>(opening: Promise<End>): Promise<End> {
  const end = await opening;
  onTestFinished(() => end.close());
  return end;
}
