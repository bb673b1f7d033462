import type pg from 'pg';
import type { StoreReads } from '../queries/reads.js';
import type { Search } from '../search.js';
import type { Staff } from '../staff.js';
import type { Applied, Arrival, Decide, Store } from '../store.js';
import { eventIdOf } from '../transactions/arrivals.js';
import { FirstLeft } from '../transactions/first-left.js';
import { joinAfter, joinFor } from '../transactions/joining.js';
import { Names } from '../transactions/names.js';
import { changeAccountState } from './account-states.js';
import { drawCoupon } from './coupon-draws.js';
import { finishDeletion, requestDeletion } from './deletion-requests.js';
import { eraseContact } from './erasure.js';
import { makesUnavailable } from './faults.js';
import { saveFlows } from './flow-archive.js';
import { followLink } from './link-clicks.js';
import { countHeartbeat } from './meta-values.js';
import { pruneEvents } from './pruning.js';
import { giveUpSends, type Presence } from './take-over.js';
import type { TransactionParts } from './transaction.js';
import { keepUploads, pruneUploads, saveUpload } from './uploads.js';
import { VacuumAfterErasures } from './vacuuming.js';
import { translateFaults } from './translate-faults.js';
import { WriteBatches } from './write-batches.js';
import { arrivalJob, claimJob, joinJob, recordJob } from './write-jobs.js';

export interface WriteParts extends TransactionParts {
  readonly presence: Presence;
}

/** Everything of the port that writes. */
export function prepareWrites(parts: WriteParts): Omit<Store, keyof (StoreReads & Search & Staff)> {
  const { pool } = parts;
  const batches = new WriteBatches(parts);
  const names = new Names((join) => batches.submit(joinJob(join)));
  const firstLeft = new FirstLeft();
  const vacuum = new VacuumAfterErasures(pool);
  return {
    async apply(arrivals, decide) {
      const joins = names.unknown(arrivals.map((one) => joinFor(one, eventIdOf(parts.hash, one))));
      if (joins.length > 0) await names.join(joins);
      return applyAll(batches, parts, arrivals, decide);
    },
    claim: (conversationId, now, gate) => batches.submit(claimJob(conversationId, now, gate)),
    async record(message, outcome, now, decide) {
      const applied = await batches.submit(recordJob(message, outcome, now, decide));
      await names.join(names.unknown([joinAfter(message, outcome, now)]));
      return applied;
    },
    recover: (now) => translateFaults(giveUpSends(parts, now)),
    drawCoupon: (draw) => translateFaults(drawCoupon({ pool, firstLeft }, draw)),
    changeAccountState: (workspace, account, change, guard) =>
      translateFaults(changeAccountState(pool, [workspace, account], change, guard)),
    saveFlows: (flows) => translateFaults(saveFlows(pool, flows)),
    followLink: (code, now) => translateFaults(followLink(pool, code, now)),
    async erase(contactId, now) {
      const report = await translateFaults(eraseContact(parts, contactId, now));
      names.forget();
      return report;
    },
    requestDeletion: (request) => translateFaults(requestDeletion(pool, request)),
    finishDeletion: (code, contacts, now) => translateFaults(finishDeletion(pool, code, contacts, now)),
    saveUpload: (upload) => translateFaults(saveUpload(pool, upload)),
    keepUploads: (ids, now) => translateFaults(keepUploads(pool, ids, now)),
    pruneUploads: (before) => translateFaults(pruneUploads(pool, before)),
    prune: (keysBefore) => translateFaults(pruneEvents(pool, keysBefore)),
    maintain: () => translateFaults(vacuum.run()),
    probe: () => canWrite(pool),
    close: () => batches.close(),
  };
}

/** Each in the transaction that comes first for its conversation; all are awaited, whatever becomes of one. */
async function applyAll(
  batches: WriteBatches,
  parts: WriteParts,
  arrivals: readonly Arrival[],
  decide: Decide,
): Promise<readonly Applied[]> {
  const endings = await Promise.allSettled(
    arrivals.map((arrival) => batches.submit(arrivalJob(parts.hash, arrival, decide))),
  );
  return endings.map((ending) => {
    if (ending.status === 'rejected') throw ending.reason;
    return ending.value;
  });
}

async function canWrite(pool: pg.Pool): Promise<boolean> {
  try {
    await countHeartbeat(pool);
    return true;
  } catch (fault) {
    if (makesUnavailable(fault)) return false;
    throw fault;
  }
}
