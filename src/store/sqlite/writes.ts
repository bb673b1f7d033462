import type { Database } from 'better-sqlite3';
import type { StoreReads } from '../queries/reads.js';
import type { Search } from '../search.js';
import type { Staff } from '../staff.js';
import type { Random } from '../random.js';
import type { SaltedHash } from '../salted-hash.js';
import { StoreUnavailable, type Applied, type Arrival, type Decide, type Store } from '../store.js';
import { Arrivals, eventIdOf } from '../transactions/arrivals.js';
import { Claims } from '../transactions/claims.js';
import { Decisions } from '../transactions/decisions.js';
import { joinAfter, joinFor, Joining } from '../transactions/joining.js';
import { Names } from '../transactions/names.js';
import { Records } from '../transactions/records.js';
import type { Rows } from '../transactions/rows.js';
import { writeDecision } from '../transactions/unsavable.js';
import { Seals } from '../sealing/seals.js';
import { prepareChangeAccountState } from './account-states.js';
import { prepareBeginning } from './beginnings.js';
import type { Drizzle } from './binding.js';
import { prepareContactKeys } from './contact-keys.js';
import { prepareDrawCoupon } from './coupon-draws.js';
import { prepareDeletionRequests } from './deletion-requests.js';
import { prepareFindOwn } from './echoes.js';
import { prepareEraseRows } from './erasure.js';
import { prepareEventLog } from './event-log.js';
import { prepareSaveFlows } from './flow-archive.js';
import type { GroupCommit } from './group-commit.js';
import { prepareHandoffWriter } from './handoff-writer.js';
import { prepareLedgerWriter } from './ledger-writer.js';
import { prepareFollowLink } from './link-clicks.js';
import type { MetaValues } from './meta-values.js';
import { prepareMerging } from './merging.js';
import { prepareOutbox } from './outbox.js';
import { prepareNoteWriter } from './note-writer.js';
import { prepareOutcomeWriter } from './outcome-writer.js';
import { preparePrivateReplies } from './private-replies.js';
import { preparePrune } from './pruning.js';
import { prepareQueue } from './queue.js';
import { prepareReceivedMessages } from './received-messages.js';
import { prepareRequests } from './requests.js';
import type { Scrubbing } from './scrubbing.js';
import type { WordIndex } from './search/word-index.js';
import { prepareSettling } from './settling.js';
import { prepareStanding } from './standing.js';
import { prepareSuppressions } from './suppressions.js';
import { prepareThreads } from './threads.js';
import { prepareTimers } from './timers.js';
import { prepareUploadWrites } from './uploads.js';

export interface WriteParts {
  readonly client: Database;
  readonly db: Drizzle;
  readonly meta: MetaValues;
  readonly commits: GroupCommit;
  readonly scrubbing: Scrubbing;
  readonly words: WordIndex;
  readonly hash: SaltedHash;
  readonly newId: () => string;
  readonly random: Random;
}

const stoppedDuringSend = 'The server stopped during this send; whether it arrived is not known.';

/** Everything of the port that writes. */
export function prepareWrites(parts: WriteParts): Omit<Store, keyof (StoreReads & Search & Staff)> {
  const { client, db, meta, commits, scrubbing } = parts;
  const { write } = commits;
  const { arrivals, claims, records, joining, outbox, suppressions } = prepareWork(parts);
  const names = new Names((join) => write(() => joining.join(join)));
  const saveFlows = prepareSaveFlows(db);
  const eraseRows = prepareEraseRows(db, { suppressions, words: parts.words });

  return {
    async apply(all, decide) {
      const joins = names.unknown(all.map((one) => joinFor(one, eventIdOf(parts.hash, one))));
      if (joins.length > 0) await names.join(joins);
      return applyAll(commits, arrivals, all, decide);
    },
    claim: (conversationId, now, gate) => write(() => claims.claim(conversationId, now, gate)),
    async record(message, outcome, now, decide) {
      const record = (attempt: Decide) => write(() => records.record(message, outcome, now, attempt));
      const applied = await writeDecision(record, decide);
      await names.join(names.unknown([joinAfter(message, outcome, now)]));
      return applied;
    },
    recover: (now) => write(() => outbox.doubtAll(now, stoppedDuringSend)),
    drawCoupon: prepareDrawCoupon(db, write),
    changeAccountState: prepareChangeAccountState(db, write),
    saveFlows: (flows) => write(() => saveFlows(flows)),
    followLink: prepareFollowLink(db, write),
    async erase(contactId, now) {
      const report = await write(() => {
        const erased = eraseRows(contactId, now);
        if (erased !== null) scrubbing.request();
        return erased;
      });
      names.forget();
      await scrubbing.finish();
      return report;
    },
    ...prepareDeletionRequests(db, write),
    ...prepareUploadWrites(db, write),
    prune: preparePrune(db, write, parts.words),
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

function prepareWork({ db, words, hash, newId, random }: WriteParts) {
  const ledger = prepareLedgerWriter(db, random);
  const seals = new Seals(prepareContactKeys(db), random);
  const outbox = prepareOutbox(db, seals);
  const suppressions = prepareSuppressions(db, hash);
  const privateReplies = preparePrivateReplies(db);
  const rows: Rows = {
    threads: prepareThreads(db, seals),
    begin: prepareBeginning(db, { newId, suppressions, ledger }),
    log: prepareEventLog(db, seals),
    findOwn: prepareFindOwn(db, outbox, seals),
    outbox,
    queue: prepareQueue(db, seals, privateReplies),
    received: prepareReceivedMessages(db, seals, words),
    settling: prepareSettling(db, outbox),
    timers: prepareTimers(db),
    requests: prepareRequests(db, seals),
    ledger,
    handoffs: prepareHandoffWriter(db, seals),
    notes: prepareNoteWriter(db),
    outcomes: prepareOutcomeWriter(db),
    privateReplies,
    merging: prepareMerging(db, { seals, suppressions, words }),
    standing: prepareStanding(db),
  };
  const decisions = new Decisions({ hash, rows });
  return {
    arrivals: new Arrivals({ hash, rows, decisions }),
    claims: new Claims({ newId, rows }),
    records: new Records({ hash, rows, decisions }),
    joining: new Joining(rows),
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
    applied.push(await writeDecision((attempt) => write(() => arrivals.takeIn(arrival, attempt)), decide));
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
