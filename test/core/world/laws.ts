import { expect } from 'vitest';
import { everything, foldConsent, topicConsent } from '../../../src/core/consent.js';
import type { Conversation, OpenHandoff } from '../../../src/core/conversation.js';
import { decide } from '../../../src/core/decide.js';
import type { Decision } from '../../../src/core/decision.js';
import type { Effect, HandoffFacts, HandoffOpening } from '../../../src/core/effect.js';
import type { Event } from '../../../src/core/event.js';
import type { OutgoingMessage } from '../../../src/core/message.js';
import { dueAtOf } from '../../../src/core/service-clock.js';
import { expectFit } from './fit.js';
import type { World } from './world.js';

/** One decision, and the world as it is after it. */
export interface Step {
  readonly world: World;
  readonly before: Conversation;
  readonly event: Event;
  readonly decision: Decision;
}

/** What holds of every decision, whatever the history. Throws where it does not. */
export class Laws {
  readonly #ids = new Set<string>();
  #confirmations = 0;
  #listed: Listed | null = null;
  #silenced: readonly OutgoingMessage[] = [];

  check(step: Step): void {
    decidesTheSameAgain(step);
    this.#namesNothingTwice(step);
    this.#confirmsStopOnce(step);
    this.#silencesForGood(step);
    keepsConsentAsItsFold(step);
    keepsSilentAfterStop(step);
    leavesTheLongerWindowToPersons(step);
    keepsTokensOfGrantsOnly(step);
    keepsSilentWhilePeopleSpeak(step);
    leavesSpamAlone(step);
    this.#listsHandoffsAsTheyAre(step);
    queuesOnlyWhatMayBeSent(step);
    saysWhatTheChannelCarries(step);
    knowsTheListItShows(step);
    keepsItsStateTogether(step);
    waitsOnlyForAnAnswer(step);
  }

  #namesNothingTwice({ decision }: Step): void {
    for (const id of decision.effects.flatMap(idsMadeBy)) {
      if (this.#ids.has(id)) throw new Error(`There is a second ${id}.`);
      this.#ids.add(id);
    }
  }

  /** What is written of the open handoff is what is known of it, and what is closed is not touched again. */
  #listsHandoffsAsTheyAre({ decision }: Step): void {
    for (const effect of decision.effects) {
      if (effect.kind === 'openHandoff') this.#listed = asOpened(effect.handoff);
      if (effect.kind !== 'updateHandoff') continue;
      expect(this.#listed).toMatchObject({ id: effect.handoffId, closedAt: null });
      this.#listed = this.#listed && { ...this.#listed, ...effect.change };
    }
    const { handoff } = decision.conversation;
    if (handoff === null) expect(this.#listed?.closedAt ?? 0).not.toBeNull();
    else expect(this.#listed).toMatchObject(asKnown(handoff));
  }

  /** One confirmation from a STOP to the next START. */
  #confirmsStopOnce({ before, decision }: Step): void {
    if (before.consent.stopped === null) this.#confirmations = 0;
    this.#confirmations += messagesOf(decision).filter(isStopConfirmation).length;
    expect(this.#confirmations).toBeLessThanOrEqual(1);
  }

  /** What was decided before a STOP never passes a claim again, START or not: it may still come back from the wire. */
  #silencesForGood({ world, event, decision }: Step): void {
    if (decision.effects.some(isWithdrawalOfEverything)) {
      this.#silenced = world.messages.filter((message) => !isStopConfirmation(message));
    }
    for (const message of this.#silenced) expect(world.refusalAt(message, event.receivedAt)).toBe('stopped');
  }
}

type Listed = Partial<HandoffFacts> & { readonly id: string };

function asOpened({
  id,
  team,
  priority = 'normal',
  firstReplyDueAt,
  resolveDueAt,
  openedAt,
}: HandoffOpening): Listed {
  const clock = { firstReplyDueAt, resolveDueAt, firstReplyAt: null, resolveLeft: null };
  const turn = { waitsFor: 'team', waitingSince: openedAt, dueAt: dueAtOf(clock) } as const;
  const nobody = { takenBy: null, assigneeId: null, assignee: null, snoozedUntil: null, closedAt: null };
  return { id, team, priority, state: 'open', ...clock, ...turn, ...nobody };
}

function asKnown(handoff: OpenHandoff): Listed {
  const { id, team, takenBy, assignee, priority = 'normal', clock, snooze } = handoff;
  const awake = takenBy === null ? 'open' : 'taken';
  return {
    ...{ id, team, takenBy, priority, state: snooze ? 'snoozed' : awake, closedAt: null },
    ...{
      assigneeId: assignee?.id ?? null,
      assignee: assignee?.name ?? null,
      snoozedUntil: snooze?.until ?? null,
    },
    ...(clock && { ...clock, dueAt: dueAtOf(clock) }),
  };
}

function isWithdrawalOfEverything(effect: Effect): boolean {
  return (
    effect.kind === 'recordConsent' &&
    effect.entry.change === 'withdrawn' &&
    effect.entry.purpose === everything
  );
}

/** Deterministic, and blind to whether the conversation came from memory or from the store. */
function decidesTheSameAgain({ world, before, event, decision }: Step): void {
  expect(decide(world.workspace, before, event)).toStrictEqual(decision);
  expect(asStored(decision)).toStrictEqual(decision);
  expect(decide(world.workspace, asStored(before), asStored(event))).toStrictEqual(decision);
}

function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Ids of what an effect brings into the world. */
function idsMadeBy(effect: Effect): readonly string[] {
  switch (effect.kind) {
    case 'sendMessage':
    case 'replyPublicly': {
      const { id, body } = effect.message;
      return [`message ${id}`, ...(body.link ? [`link ${body.link.code}`] : [])];
    }
    case 'scheduleTimer':
      return [`timer ${effect.timer.id}`];
    case 'addNote':
      return [`note ${effect.note.id}`];
    case 'openHandoff':
      return [`handoff ${effect.handoff.id}`];
    case 'recordOutcome':
      return [`outcome ${effect.outcome.id}`];
    case 'fetchProfile':
    case 'lookUp':
    case 'drawCoupon':
      return [`request ${effect.requestId}`];
    default:
      return [];
  }
}

function keepsConsentAsItsFold({ world, decision }: Step): void {
  expect(foldConsent(world.ledger)).toStrictEqual(decision.conversation.consent);
}

/** P4: after STOP nothing of the bot's waits to be sent but the confirmation, and no run or timer is left. */
function keepsSilentAfterStop({ world, decision }: Step): void {
  const { consent, run } = decision.conversation;
  if (consent.stopped === null) return;
  expect(run).toBeNull();
  expect(decision.conversation.followUps ?? []).toEqual([]);
  const others = world.outbox.queued.filter(isBots).filter((message) => !isStopConfirmation(message));
  expect(others).toEqual([]);
}

/** P6: automation never has the time that a platform gives persons. */
function leavesTheLongerWindowToPersons({ decision }: Step): void {
  const late = messagesOf(decision).filter(({ basis }) => basis.kind === 'human_agent');
  expect(late.filter(isBots)).toEqual([]);
}

function keepsTokensOfGrantsOnly({ decision }: Step): void {
  const { consent, marketingTokens = [] } = decision.conversation;
  for (const { topic } of marketingTokens) expect(topicConsent(consent, topic)?.state).toBe('granted');
}

/** P5: what is not the law's word is queued only where the bot had the chat when the event came, or was given it back. */
function keepsSilentWhilePeopleSpeak({ world, before, event, decision }: Step): void {
  if (mayBotSpeak(world, before, event)) return;
  const spoken = queuedOf(decision)
    .filter(isBots)
    .filter(({ basis }) => basis.kind !== 'confirmation');
  expect(spoken).toEqual([]);
}

/** Who is called spam gets no word of the bot but that STOP was heard, and nothing is under way with them. */
function leavesSpamAlone({ before, decision }: Step): void {
  const { blocked, ownership, run, handoff, followUps = [] } = decision.conversation;
  if (!blocked) return;
  expect([ownership.owner, run, handoff, followUps]).toEqual(['human', null, null, []]);
  if (!before.blocked) return;
  expect(queuedOf(decision).filter((message) => isBots(message) && !isStopConfirmation(message))).toEqual([]);
}

function mayBotSpeak(world: World, { ownership }: Conversation, event: Event): boolean {
  if (event.kind === 'handedBack' || event.kind === 'handoffResolved') return true;
  if (ownership.owner !== 'other') return ownership.owner === 'bot';
  const quiet = event.receivedAt - (ownership.lastPersonAt ?? event.receivedAt);
  return quiet >= world.workspace.silenceAfterPerson;
}

/** P6: a message that stays in the queue would pass its claim at this very moment. */
function queuesOnlyWhatMayBeSent({ world, event, decision }: Step): void {
  const own = new Set(messagesOf(decision).map(({ id }) => id));
  const refused = world.outbox.queued
    .filter(({ id }) => own.has(id))
    .map((message) => [message.body.text, world.refusalAt(message, event.receivedAt)])
    .filter(([, refusal]) => refusal !== null);
  expect(refused).toEqual([]);
}

function saysWhatTheChannelCarries({ decision }: Step): void {
  for (const { body } of messagesOf(decision)) expectFit(body, decision.conversation.channel);
}

/** Whatever is taken by its number stands under that number in the last list that was said. */
function knowsTheListItShows({ world, decision }: Step): void {
  const { offered } = decision.conversation;
  if (!offered) return;
  expect(offered.length).toBeGreaterThan(0);
  const said = world.messages.map(({ body }) => body.text).join('\n');
  for (const [index, { title }] of offered.entries()) expect(said).toContain(`${index + 1}. ${title}`);
}

/** What may stand beside what in one conversation. */
function keepsItsStateTogether({ world, before, decision }: Step): void {
  const { handoff, ownership, run } = decision.conversation;
  if (handoff !== null) expect(ownership.owner).toBe('human');
  if (run !== null) expect(ownership.owner).toBe('bot');
  expect(ownership.epoch).toBeGreaterThanOrEqual(before.ownership.epoch);
  expect(ownership.mutedBefore).toBeLessThanOrEqual(ownership.epoch);
  expect([...world.timers.keys()]).toHaveLength(timersOf(decision.conversation));
}

/** How many timers it takes to wake all that waits. */
function timersOf({ handoff, run, awaiting, followUps = [] }: Conversation): number {
  const isInBreath = run?.frames.at(-1)?.context.breath !== undefined;
  // A run that asks the outside is woken by the answer, or by its time-out.
  const isAsking = awaiting !== null && awaiting.kind !== 'profile';
  const wakers = [run !== null && !isAsking, isInBreath, awaiting !== null, Boolean(handoff?.snooze)];
  return wakers.filter(Boolean).length + followUps.length;
}

function waitsOnlyForAnAnswer({ decision }: Step): void {
  if (decision.disposition === 'handled') return;
  expect(decision.conversation.awaiting).not.toBeNull();
  expect(decision.effects.map(({ kind }) => kind)).not.toContain('sendMessage');
}

function messagesOf({ effects }: Decision): readonly OutgoingMessage[] {
  return effects.flatMap((effect) =>
    effect.kind === 'sendMessage' || effect.kind === 'replyPublicly' ? [effect.message] : [],
  );
}

function queuedOf(decision: Decision): readonly OutgoingMessage[] {
  return messagesOf(decision).filter(({ state }) => state === 'queued');
}

function isBots({ speaker }: OutgoingMessage): boolean {
  return speaker.kind !== 'person';
}

function isStopConfirmation({ basis }: OutgoingMessage): boolean {
  return basis.kind === 'confirmation' && basis.of === 'stop';
}
