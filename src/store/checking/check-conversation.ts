import { isDeepStrictEqual } from 'node:util';
import type { Conversation, Run } from '../../core/conversation.js';
import { visitId } from '../../core/decide/run-state.js';
import { pinsOf } from '../transactions/pins.js';
import { tagsDiffer } from '../transactions/tags.js';
import type { ConversationRows } from './conversation-rows.js';

/** Where a conversation and what other tables say of it do not fit together, in words; empty: they do. */
export function checkConversation(rows: ConversationRows): readonly string[] {
  const problems = [
    ...checkIdentity(rows),
    ...checkWaiting(rows),
    ...checkTimers(rows),
    ...checkRequests(rows),
    ...checkHandoffs(rows),
  ];
  return problems.map((problem) => `conversation ${rows.conversation.id}: ${problem}`);
}

function checkIdentity({ conversation, platformIds, tags }: ConversationRows): readonly string[] {
  const { id, contactId, workspace, account, channel, platformId, state, pins } = conversation;
  const own = [state.id, state.contact.id, state.workspace, state.account, state.channel];
  return tell([
    [
      !isDeepStrictEqual(own, [id, contactId, workspace, account, channel]),
      'its state is that of another one',
    ],
    [!platformIds.includes(platformId), `whoever writes as ${platformId} would not be recognised`],
    [tagsDiffer(tags, state.contact.tags), 'whoever looks for its tags finds others'],
    [
      !isDeepStrictEqual(pins, pinsOf(state)),
      'the flow versions that it is pinned to are not those of its run',
    ],
  ]);
}

function checkWaiting({ conversation, deferredEvents }: ConversationRows): readonly string[] {
  const { waitingEvents } = conversation;
  return tell([
    [waitingEvents !== deferredEvents, `${waitingEvents} events are said to wait, and ${deferredEvents} do`],
  ]);
}

function checkTimers({ conversation: { state }, timerIds }: ConversationRows): readonly string[] {
  const needed = new Set(neededTimers(state));
  const { awaiting } = state;
  return tell([
    ...timerIds
      .filter((id) => !needed.has(id))
      .map((id) => [true, `the timer ${id} belongs to nothing that it waits for`] as const),
    [
      awaiting !== null && !timerIds.includes(awaiting.requestId),
      'it waits for an answer, and no timer ends the wait',
    ],
  ]);
}

/** Of the step at which its run stands, of the question to the outside, of what is to follow, and of a handoff that sleeps. */
function neededTimers({ run, awaiting, followUps = [], handoff }: Conversation): readonly string[] {
  return [
    ...(run === null ? [] : [visitId(run), ...breathTimers(run)]),
    ...(awaiting === null ? [] : [awaiting.requestId]),
    ...followUps.map(({ timerId }) => timerId),
    ...(handoff?.snooze ? [handoff.snooze.timerId] : []),
  ];
}

function breathTimers({ frames }: Run): readonly string[] {
  return frames.flatMap(({ context: { breath } }) => (breath === undefined ? [] : [breath.timerId]));
}

function checkRequests({ conversation: { state }, requestIds }: ConversationRows): readonly string[] {
  const awaited = state.awaiting === null ? [] : [state.awaiting.requestId];
  return tell([
    [awaited.some((id) => !requestIds.includes(id)), 'it waits for an answer that is asked of nobody'],
    [requestIds.some((id) => !awaited.includes(id)), 'an answer is asked for that it does not wait for'],
  ]);
}

function checkHandoffs({ conversation: { state }, openHandoffIds }: ConversationRows): readonly string[] {
  const known = state.handoff === null ? [] : [state.handoff.id];
  return tell([
    [known.some((id) => !openHandoffIds.includes(id)), 'the handoff that it has is not open'],
    [openHandoffIds.some((id) => !known.includes(id)), 'a handoff is open that it does not know of'],
  ]);
}

function tell(found: readonly (readonly [isBroken: boolean, problem: string])[]): readonly string[] {
  return found.flatMap(([isBroken, problem]) => (isBroken ? [problem] : []));
}
