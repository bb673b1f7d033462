import { describeApply } from './apply.js';
import { describeClaims } from './claims.js';
import { describeClosing } from './closing.js';
import { describeConfidence } from './confidence.js';
import { describeConsent } from './consent.js';
import { describeErasure } from './erasure.js';
import { describeHistories } from './histories.js';
import { describeOutside } from './outside.js';
import { describePoison } from './poison.js';
import { describeQueue } from './queue.js';
import { describeReads } from './reads.js';
import { describeReports } from './reports.js';
import { describeStepReach } from './step-reach.js';
import { describeTimers } from './timers.js';
import type { OpenStore } from './world.js';

/** What every engine behind the port has to do. */
export function describeStore(open: OpenStore): void {
  describeApply(open);
  describePoison(open);
  describeClaims(open);
  describeQueue(open);
  describeReports(open);
  describeTimers(open);
  describeConsent(open);
  describeOutside(open);
  describeConfidence(open);
  describeErasure(open);
  describeReads(open);
  describeStepReach(open);
  describeHistories(open);
  describeClosing(open);
}
