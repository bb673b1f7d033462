import { decide } from '../../core/decide.js';
import type { Workspace } from '../../core/workspace.js';
import type { FlowTest, TestStubs } from '../test-definition.js';
import { ChatPlayer } from './chat-player.js';
import type { TranscriptFailure } from './chat-player.js';
import { startOfChat } from './chat-start.js';
import { disappointment } from './expectations.js';
import type { Ending } from './expectations.js';
import { Footprints } from './footprints.js';
import { VirtualChat } from './virtual-chat.js';
import type { Decide } from './virtual-store.js';

/** What became of one test. */
export interface TranscriptResult {
  readonly test: FlowTest;
  /** Empty: the chat went as written. */
  readonly failures: readonly TranscriptFailure[];
  readonly footprints: Footprints;
}

/**
 * Plays one chat of a test file against the flows, in no time at all: the clock is moved by the test's own lines.
 *
 * @param decideEvent Who decides, if it is not the core.
 */
export function runTranscript(
  workspace: Workspace,
  test: FlowTest,
  decideEvent: Decide = decide,
): TranscriptResult {
  const footprints = new Footprints();
  const chat = new VirtualChat(
    footprints.watch(workspace),
    {
      channel: test.on,
      startsAt: startOfChat(workspace, test.at),
      contact: test.contact,
      stubs: test.stubs ?? noStubs,
    },
    footprints.watchDecisions(decideEvent),
  );
  const player = new ChatPlayer(chat);
  player.play(test.chat);
  const failures =
    player.failures.length > 0 ? player.failures : unmet(test, { store: chat.store, footprints });
  return { test, failures, footprints };
}

/** Only of a chat that went as written: the end of another would be judged by what it never was. */
function unmet(test: FlowTest, ending: Ending): readonly TranscriptFailure[] {
  return test.expect.flatMap((expectation) => {
    const message = disappointment(expectation, ending);
    return message === null ? [] : [{ ...expectation.place, message }];
  });
}

/** A test always says what the outside answers; by saying nothing, that it is not asked. */
const noStubs: TestStubs = { lookups: new Map(), coupons: new Map() };
