import { CannotOpenStore } from './cannot-open.js';

/**
 * Every opening looks here before anything else. `copying` is that value of `meta`: it stands as long as another database
 * is being copied into this one. Throws `CannotOpenStore` where it does.
 */
export function refuseUnfinished(copying: string | undefined, place: string): void {
  if (copying === undefined) return;
  const message = `${place} is half of a copy. Go on with the same "heyword store copy" or "heyword store restore", or begin again with an empty database.`;
  throw new CannotOpenStore('unfinished', message);
}
