import { isDeepStrictEqual } from 'node:util';
import { type FlowFolder, readFlowFolder } from './flow-files.js';

/** A folder that never rests is taken as it is found then. */
const mostLooks = 50;

/**
 * A folder that has just changed, once two looks on end find the same. A checkout, and some editors, take a file away before
 * they write the new one. Where the folder is just then being read for a change before that, that file is missing, or half of it,
 * which the others may well do without: its flow would be gone for a moment.
 *
 * @param pause Between two looks: longer than such a moment.
 */
export async function readRestingFolder(
  folder: string,
  pause: () => Promise<unknown>,
): Promise<FlowFolder | null> {
  let before = await readFlowFolder(folder);
  for (let looks = 1; looks < mostLooks; looks += 1) {
    await pause();
    const now = await readFlowFolder(folder);
    if (isDeepStrictEqual(now, before)) break;
    before = now;
  }
  return before;
}
