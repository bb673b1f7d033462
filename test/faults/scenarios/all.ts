import type { Scenario } from '../scenario.js';
import { clockChanges } from './clock-changes.js';
import { clockJumps } from './clock-jumps.js';
import { deadTokens } from './dead-tokens.js';
import { diskFull } from './disk-full.js';
import { failPoints } from './fail-points.js';
import { failingFsync } from './failing-fsync.js';
import { hostilePatterns } from './hostile-patterns.js';
import { flood } from './flood.js';
import { intruders } from './intruders.js';
import { late } from './late.js';
import { longRead } from './long-read.js';
import { longStall } from './long-stall.js';
import { lostDatabase } from './lost-database.js';
import { network } from './network.js';
import { oneOfTwo } from './one-of-two.js';
import { outOfOrder } from './out-of-order.js';
import { platform } from './platform.js';
import { powerCut } from './power-cut.js';
import { readOnlyDisk } from './read-only-disk.js';
import { refusedStarts } from './refused-starts.js';
import { reloads } from './reloads.js';
import { rollingRestarts } from './rolling-restarts.js';
import { sigkill } from './sigkill.js';
import { slowClients } from './slow-clients.js';
import { smallHeap } from './small-heap.js';
import { stall } from './stall.js';
import { stopRaces } from './stop-races.js';
import { takeOverRaces } from './take-over-races.js';
import { unhandled } from './unhandled.js';
import { writeLock } from './write-lock.js';

/** In the order in which they are run and told of. */
export const scenarios: readonly Scenario[] = [
  sigkill,
  failPoints,
  oneOfTwo,
  powerCut,
  failingFsync,
  diskFull,
  writeLock,
  longRead,
  refusedStarts,
  clockJumps,
  outOfOrder,
  late,
  flood,
  smallHeap,
  deadTokens,
  hostilePatterns,
  clockChanges,
  unhandled,
  readOnlyDisk,
  intruders,
  slowClients,
  platform,
  network,
  reloads,
  takeOverRaces,
  stopRaces,
  stall,
  longStall,
  lostDatabase,
  rollingRestarts,
];
