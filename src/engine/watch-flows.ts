import { watch } from 'chokidar';

/** How long the folder must be quiet before it is read: an editor saves in several steps, a checkout in many. */
const settling = 200;

export interface FlowWatch {
  stop(): Promise<void>;
}

/**
 * Calls back when the files of a folder have changed and come to rest; one call at a time, and once more when they
 * changed during a call.
 */
export function watchFlows(folder: string, changed: () => Promise<void>): FlowWatch {
  let timer: NodeJS.Timeout | null = null;
  let underWay: Promise<void> = Promise.resolve();
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: true });
  watcher.on('all', () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      underWay = underWay.then(changed);
    }, settling);
  });
  return {
    stop: async () => {
      if (timer !== null) clearTimeout(timer);
      await watcher.close();
      await underWay;
    },
  };
}
