import type { Database } from 'better-sqlite3';
import type { Reads } from '../reads.js';
import type { SaltedHash } from '../salted-hash.js';
import { StoreUnavailable, type Applied, type Arrival, type Decide, type Store } from '../store.js';
import { Arrivals } from './arrivals.js';
import { prepareBeginning } from './beginnings.js';
import type { Drizzle } from './binding.js';
import { Claims } from './claims.js';
import { Decisions } from './decisions.js';
import { prepareFindOwn } from './echoes.js';
import { prepareEraseRows } from './erasure.js';
import { prepareEventLog } from './event-log.js';
import { prepareSaveFlows } from './flow-archive.js';
import type { GroupCommit } from './group-commit.js';
import { prepareHandoffWriter } from './handoff-writer.js';
import { prepareLedgerWriter } from './ledger-writer.js';
import { prepareFollowLink } from './link-clicks.js';
import type { MetaValues } from './meta-values.js';
import { prepareOutbox } from './outbox.js';
import { prepareOutcomeWriter } from './outcome-writer.js';
import { preparePrune } from './pruning.js';
import { prepareQueue } from './queue.js';
import type { Random } from './random.js';
import { prepareReceivedMessages } from './received-messages.js';
import { Records } from './records.js';
import { prepareRequests } from './requests.js';
import { createSaveEffects } from './save-effects.js';
import type { Scrubbing } from './scrubbing.js';
import { prepareSettling } from './settling.js';
import { prepareSuppressions } from './suppressions.js';
import { prepareThreads } from './threads.js';
import { prepareTimers } from './timers.js';
import { writeDecision } from './unsavable.js';

export interface WriteParts {
  readonly client: Database;
  readonly db: Drizzle;
  readonly meta: MetaValues;
  readonly commits: GroupCommit;
  readonly scrubbing: Scrubbing;
  readonly hash: SaltedHash;
  readonly newId: () => string;
  readonly random: Random;
}

/** Everything of the port that writes. */
export function prepareWrites(parts: WriteParts): Omit<Store, keyof Reads> {
  const { client, db, meta, commits, scrubbing } = parts;
  const { write } = commits;
  const { arrivals, claims, records, outbox, suppressions } = prepareWork(parts);
  const saveFlows = prepareSaveFlows(db);
  const eraseRows = prepareEraseRows(db, suppressions);

  return {
    apply: (all, decide) => applyAll(commits, arrivals, all, decide),
    claim: (conversationId, now, gate) => write(() => claims.claim(conversationId, now, gate)),
    record: (message, outcome, now, decide) =>
      writeDecision(write, (attempt) => records.record(message, outcome, now, attempt), decide),
    recover: (now) =>
      write(() =>
        outbox.doubtAll(now, 'The server stopped during this send; whether it arrived is not known.'),
      ),
    saveFlows: (flows) => write(() => saveFlows(flows)),
    followLink: prepareFollowLink(db, write),
    async erase(contactId, now) {
      const report = await write(() => {
        const erased = eraseRows(contactId, now);
        if (erased !== null) scrubbing.request();
        return erased;
      });
      await scrubbing.finish();
      return report;
    },
    prune: preparePrune(db, write),
    async maintain() {
      await scrubbing.finish();
      commits.outside(() => client.exec('PRAGMA analysis_limit = 400; PRAGMA optimize'));
      await scrubbing.emptyLog();
    },
    probe: () => canWrite(commits, meta),
    async close() {
      commits.close();
      client.close();
    },
  };
}

function prepareWork({ db, hash, newId, random }: WriteParts) {
  const ledger = prepareLedgerWriter(db, random);
  const log = prepareEventLog(db);
  const outbox = prepareOutbox(db);
  const requests = prepareRequests(db);
  const suppressions = prepareSuppressions(db, hash);
  const threads = prepareThreads(db);
  const timers = prepareTimers(db);
  const saveEffects = createSaveEffects({
    handoffs: prepareHandoffWriter(db),
    ledger,
    outcomes: prepareOutcomeWriter(db),
    queue: prepareQueue(db),
    received: prepareReceivedMessages(db),
    requests,
    settling: prepareSettling(db, outbox),
    timers,
  });
  const decisions = new Decisions({ hash, threads, log, requests, saveEffects });
  const begin = prepareBeginning(db, { newId, suppressions, ledger });
  const findOwn = prepareFindOwn(db, outbox);
  return {
    arrivals: new Arrivals({ hash, threads, begin, timers, log, findOwn, decisions }),
    claims: new Claims({ newId, threads, outbox }),
    records: new Records({ hash, threads, outbox, decisions }),
    outbox,
    suppressions,
  };
}

/** All in one commit; where one of them cannot be saved, each in its own, so that the others are. */
async function applyAll(
  { write }: GroupCommit,
  arrivals: Arrivals,
  all: readonly Arrival[],
  decide: Decide,
): Promise<readonly Applied[]> {
  if (all.length === 0) return [];
  try {
    return await write(() => all.map((arrival) => arrivals.takeIn(arrival, decide)));
  } catch (fault) {
    if (fault instanceof StoreUnavailable) throw fault;
  }
  const applied: Applied[] = [];
  for (const arrival of all) {
    applied.push(await writeDecision(write, (attempt) => arrivals.takeIn(arrival, attempt), decide));
  }
  return applied;
}

async function canWrite({ write }: GroupCommit, meta: MetaValues): Promise<boolean> {
  try {
    await write(() => meta.countUp('heartbeat'));
    return true;
  } catch (fault) {
    if (fault instanceof StoreUnavailable) return false;
    throw fault;
  }
}
