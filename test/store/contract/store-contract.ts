import { describe } from 'vitest';
import { describeAccounts } from './accounts.js';
import { describeApply } from './apply.js';
import { describeAttachments } from './attachments.js';
import { describeClaims } from './claims.js';
import { describeClosing } from './closing.js';
import { describeDeletionRequests } from './deletion-requests.js';
import { describeConfidence } from './confidence.js';
import { describeConsent } from './consent.js';
import { describeDesk } from './desk.js';
import { describeErasure } from './erasure.js';
import { describeHistories } from './histories.js';
import { describeInboxQueue } from './inbox-queue.js';
import { describeMoves } from './moves.js';
import { describeNames } from './names.js';
import { describeNewestEvent } from './newest-event.js';
import { describeOutside } from './outside.js';
import { describePoison } from './poison.js';
import { describePrivateReplies } from './private-replies.js';
import { describeProvisos } from './provisos.js';
import { describeQueue } from './queue.js';
import { describeReads } from './reads.js';
import { describeReports } from './reports.js';
import { describeSearch } from './search.js';
import { describeSends } from './sends.js';
import { describeSaved } from './saved.js';
import { describeStaff } from './staff.js';
import { describeStatuses } from './statuses.js';
import { describeStepReach } from './step-reach.js';
import { describeTakenBack } from './taken-back.js';
import { describeTimeline } from './timeline.js';
import { describeTimers } from './timers.js';
import { describeUploads } from './uploads.js';
import type { OpenStore } from './world.js';

/** Each part opens a store before each of its tests: in a scope of its own, or every test would open one for all of them. */
const parts: Readonly<Record<string, (open: OpenStore) => void>> = {
  arrivals: describeApply,
  poison: describePoison,
  claims: describeClaims,
  queue: describeQueue,
  'inbox queue': describeInboxQueue,
  'private replies': describePrivateReplies,
  reports: describeReports,
  statuses: describeStatuses,
  'taken back': describeTakenBack,
  'newest event': describeNewestEvent,
  timers: describeTimers,
  consent: describeConsent,
  outside: describeOutside,
  names: describeNames,
  moves: describeMoves,
  confidence: describeConfidence,
  erasure: describeErasure,
  reads: describeReads,
  desk: describeDesk,
  provisos: describeProvisos,
  timeline: describeTimeline,
  search: describeSearch,
  sends: describeSends,
  'step reach': describeStepReach,
  histories: describeHistories,
  accounts: describeAccounts,
  'deletion requests': describeDeletionRequests,
  staff: describeStaff,
  'saved replies and views': describeSaved,
  attachments: describeAttachments,
  uploads: describeUploads,
  closing: describeClosing,
};

/** What every engine behind the port has to do. */
export function describeStore(open: OpenStore): void {
  for (const [name, describePart] of Object.entries(parts)) describe(name, () => describePart(open));
}
