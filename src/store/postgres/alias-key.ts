import type { Alias } from '../transactions/thread.js';

/** By which maps of one transaction know an alias. */
export function aliasKey({ workspace, account, platformId }: Alias): string {
  return [workspace, account, platformId].join('\0');
}
