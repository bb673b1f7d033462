import { once } from 'node:events';
import { basename, extname } from 'node:path';
import { watch } from 'chokidar';
import { isFlowFile } from './flow-files.js';

/** How long the folder must be quiet before it is read: an editor saves in several steps, a checkout in many. */
const settling = 200;

/** A folder of flows under watch. No change is lost, though nobody may be listening yet. */
export interface FlowWatch {
  /**
   * Calls back when the files have changed and come to rest; one call at a time, and once more when they changed during
   * a call.
   */
  onChange(changed: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** Resolves once the watch is kept: a folder that is read after that is never older than the last callback. */
export async function watchFlows(folder: string): Promise<FlowWatch> {
  let timer: NodeJS.Timeout | null = null;
  let underWay: Promise<void> = Promise.resolve();
  let listener: (() => Promise<void>) | null = null;
  let isUnheard = false;
  const settle = (): void => {
    if (listener === null) isUnheard = true;
    else underWay = underWay.then(listener);
  };
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: true });
  watcher.on('all', (_event, path) => {
    if (liesBeside(path)) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(settle, settling);
  });
  // Until then whatever appears is taken for what was there before.
  await once(watcher, 'ready');
  return {
    onChange: (changed) => {
      listener = changed;
      if (isUnheard) settle();
    },
    stop: async () => {
      if (timer !== null) clearTimeout(timer);
      await watcher.close();
      await underWay;
    },
  };
}

/**
 * A database in the folder, for one, changes all the time, so that the folder would never be quiet. What is hidden is heeded: of a
 * mounted Kubernetes config map it is that which changes.
 */
function liesBeside(path: string): boolean {
  return !basename(path).startsWith('.') && extname(path) !== '' && !isFlowFile(path);
}
