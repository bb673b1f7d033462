let saying = '';
const watchers = new Set<() => void>();

/** Lets screen readers say something that those who see the page see anyway. */
export function announce(words: string): void {
  // The same words twice are no change, which is what screen readers listen to.
  saying = words === saying ? `${words}\u00a0` : words;
  for (const watcher of watchers) watcher();
}

export const announcements = {
  last: (): string => saying,
  watch: (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};
