import { capabilities } from '../../core/channel.js';
import { holds, readSubject } from '../../core/condition.js';
import type { Facts } from '../../core/condition.js';
import { factsOf } from '../../core/decide/facts.js';
import type { FrameContext } from '../../core/conversation.js';
import { toMatchText } from '../../core/words.js';
import type { Workspace } from '../../core/workspace.js';
import type { VirtualChat } from '../transcript/virtual-chat.js';
import type { ConditionTest, Foresight } from './foresight.js';
import { valuesAround } from './test-values.js';

const minute = 60_000;

/**
 * Names a state of a chat: two chats of the same name go on alike. Of all that was said and is known, only what tests
 * ahead can tell apart is in it; times only as far as the reply window depends on them.
 */
export function nameState(workspace: Workspace, chat: VirtualChat, foresight: Foresight): string {
  const { conversation, timers } = chat.store;
  const { run, ownership, consent, awaiting, handoff, followUps, answeredPosts, toldClosedUntil } =
    conversation;
  const facts = factsOf({ conversation, workspace, now: chat.now });
  const { splits = {} } = facts.contact;
  return JSON.stringify([
    run === null ? null : run.outcomes.length > 0,
    (run?.frames ?? []).map((frame) => {
      const { tests, ways } = foresight.ahead(frame);
      const { answers, visits } = frame.context;
      const known = { ...facts, answers, visits };
      return [
        frame.flow,
        frame.version,
        frame.step,
        frame.context.misses,
        ...gatheredIn(frame.context, tests),
        tests.map((test) => (holds(test, known) ? 1 : 0)).join(''),
        ...tests.flatMap((test) => countFor(test, known)),
        ways.map(({ split, way }) => (splits[split] === way ? 1 : 0)).join(''),
      ];
    }),
    ownership.owner,
    consent.stopped !== null,
    awaiting?.kind ?? null,
    handoff !== null,
    timers.length,
    (followUps ?? []).map(({ flow, tries }) => [flow, tries]),
    run?.comment !== undefined,
    answeredPosts !== undefined,
    toldClosedUntil !== undefined,
    silenceOf(chat),
  ]);
}

/** Steps away from a number that a test asks for, as far as a chat could come back to it. */
const farAway = 20;

/** What is counted goes on from where it is: how far it is from the number that a test asks for. */
function countFor({ subject, test }: ConditionTest, facts: Facts): readonly number[] {
  if (!('number' in test) || (subject.kind !== 'visits' && subject.kind !== 'score')) return [];
  const away = Number(readSubject(subject, facts) ?? 0) - test.number;
  return [Math.max(-farAway, Math.min(away, subject.kind === 'visits' ? 1 : farAway))];
}

/** What is gathered of an answer: all of the words, but of choices only how many, and those that a test asks for. */
function gatheredIn(
  { breath, picked }: FrameContext,
  tests: readonly ConditionTest[],
): readonly (string | number)[] {
  if (breath !== undefined) return [breath.text];
  if (picked === undefined) return [];
  const wanted = new Set(tests.flatMap(({ test }) => valuesAround(test)).map(toMatchText));
  return [picked.length, ...picked.filter((value) => wanted.has(toMatchText(value))).toSorted()];
}

/** Minutes since the contact last wrote, counted until the reply window is closed; -1: they never wrote. */
function silenceOf({ store: { conversation }, now }: VirtualChat): number {
  const { lastContactAt, channel } = conversation;
  const length = capabilities[channel].replyWindow;
  if (lastContactAt === null) return -1;
  if (length === null) return 0;
  return Math.floor(Math.min(now - lastContactAt, length) / minute);
}
