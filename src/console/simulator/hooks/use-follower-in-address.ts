import { useEffect } from 'react';
import { readName } from '../state/follower-name.js';

/** The follower whom the address names (`/simulator#Ana`), so that a chat survives a reload and can be linked. */
export function followerInAddress(): string | undefined {
  try {
    const read = readName(decodeURIComponent(location.hash.slice(1)));
    return 'name' in read ? read.name : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the address and the follower on the screen the same, whichever of the two is changed. */
export function useFollowerInAddress(selected: string | undefined, choose: (name: string) => void): void {
  useEffect(() => {
    if (selected === undefined || selected === followerInAddress()) return;
    history.replaceState(null, '', `#${encodeURIComponent(selected)}`);
  }, [selected]);

  useEffect(() => {
    const follow = (): void => {
      const name = followerInAddress();
      if (name !== undefined) choose(name);
    };
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
    };
  }, [choose]);
}
