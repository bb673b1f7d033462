import {
  addNote,
  assign,
  block,
  changeTags,
  handBack,
  merge,
  reply,
  resolve,
  sendTemplate,
  snooze,
  take,
} from '../../../src/contract/deeds.js';
import { HttpProblem } from '../../../src/http/problem.js';
import type { WorldChanges } from './change-world.js';
import { answer, type FakeRoute } from './serve-contract.js';
import { lineOfPerson, noteOf } from './story-lines.js';
import { momentOf, type QueueItem, type User, type World } from './world.js';

/** What people do to a conversation: the world changes as the real one would, as far as pages can see. */
export function deedRoutes(world: World, changes: WorldChanges): readonly FakeRoute[] {
  return [
    ...saying(world, changes),
    ...moving(world, changes),
    ...ending(world, changes),
    ...marking(world, changes),
  ];
}

function saying(world: World, changes: WorldChanges): FakeRoute[] {
  return [
    answer(take, ({ params: { id } }) => {
      takeOver(world, changes, id);
      return done(changes);
    }),
    answer(reply, ({ params: { id }, body }) => {
      refuseStale(changes, id, body.seen);
      takeOver(world, changes, id);
      const line = lineOfPerson(`${id}-${body.request_id}`, world.now(), body.text, world.me.user.name, {
        state: 'sent',
      });
      changes.iSay(id, line);
      return done(changes);
    }),
    answer(sendTemplate, ({ params: { id }, body }) => {
      const text = `${body.template} ${body.gaps.join(' ')}`;
      const line = lineOfPerson(`${id}-${body.request_id}`, world.now(), text, world.me.user.name, {
        basis: { kind: 'template', topic: null },
        state: 'sent',
      });
      changes.iSay(id, line);
      return done(changes);
    }),
    answer(addNote, ({ params: { id }, body }) => {
      const mentions = world.people.filter((person) => body.mentions.includes(person.id)).map(colleague);
      changes.iSay(
        id,
        noteOf(changes.nextId('note'), world.now(), colleague(world.me.user), body.text, mentions),
      );
      return done(changes);
    }),
  ];
}

function moving(world: World, changes: WorldChanges): FakeRoute[] {
  return [
    answer(assign, ({ params: { id }, body: { to, team, priority } }) => {
      const assignee = to === undefined ? changes.openHandoff(id).assignee : assigneeOf(world, to);
      changes.changeHandoff(id, {
        assignee,
        ...(team !== undefined && { team }),
        ...(priority !== undefined && { priority }),
      });
      if (to !== undefined) changes.addFact(id, ...assignmentFact(world, assignee));
      return done(changes);
    }),
    answer(snooze, ({ params: { id }, body: { until } }) => {
      const { assignee } = changes.openHandoff(id);
      const awake = assignee === null ? 'open' : 'taken';
      changes.changeHandoff(
        id,
        until === null
          ? { state: awake, snoozed_until: null }
          : { state: 'snoozed', snoozed_until: momentOf(until) },
      );
      changes.addFact(id, until === null ? 'handoff_woken' : 'handoff_snoozed', world.me.user.name);
      return done(changes);
    }),
  ];
}

function ending(world: World, changes: WorldChanges): FakeRoute[] {
  const close = (id: string, change: Partial<QueueItem>): void => {
    const closed = { closed_at: momentOf(world.now()), closed_by: world.me.user.name, snoozed_until: null };
    changes.changeHandoff(id, { ...closed, ...change });
  };
  return [
    answer(resolve, ({ params: { id }, body: { outcome } }) => {
      close(id, { state: 'resolved', outcome: outcome ?? null });
      changes.find(id).desk.owner = 'bot';
      changes.addFact(id, 'handoff_resolved', world.me.user.name, outcome === undefined ? {} : { outcome });
      return done(changes);
    }),
    answer(handBack, ({ params: { id }, body: { flow } }) => {
      close(id, { state: 'handed_back' });
      changes.find(id).desk.owner = 'bot';
      changes.addFact(id, 'handed_back', world.me.user.name, flow === undefined ? {} : { flow });
      return done(changes);
    }),
    answer(block, ({ params: { id }, body: { is_blocked } }) => {
      const { contact } = changes.find(id).desk;
      contact.is_blocked = is_blocked;
      if (is_blocked) close(id, { state: 'spam' });
      changes.addFact(id, is_blocked ? 'handoff_spam' : 'unblocked', world.me.user.name);
      return done(changes);
    }),
    answer(merge, ({ params: { id } }) => {
      changes.addFact(id, 'merged', world.me.user.name);
      return { conversation_id: id };
    }),
  ];
}

function marking(world: World, changes: WorldChanges): FakeRoute[] {
  return [
    answer(changeTags, ({ params: { id }, body: { add, remove } }) => {
      const { contact } = changes.find(id).desk;
      const tags = [...new Set([...contact.tags.filter((tag) => !remove.includes(tag)), ...add])];
      contact.tags = tags;
      changes.changeHandoff(id, { tags });
      changes.addFact(id, 'tags_changed', world.me.user.name, {
        added: add.join(', '),
        removed: remove.join(', '),
      });
      return done(changes);
    }),
  ];
}

function takeOver({ me }: World, changes: WorldChanges, id: string): void {
  const conversation = changes.find(id);
  const isNew = conversation.desk.owner !== 'human';
  conversation.desk.owner = 'human';
  conversation.desk.state = 'with_person';
  changes.changeHandoff(id, { state: 'taken', assignee: colleague(me.user), snoozed_until: null });
  if (isNew) changes.addFact(id, 'handoff_taken', me.user.name);
}

function refuseStale(changes: WorldChanges, id: string, seen: string | undefined): void {
  const { version, ownVersion } = changes.find(id);
  const seenVersion = Number(seen?.slice(1) ?? version);
  if (seenVersion < version && version !== ownVersion)
    throw new HttpProblem(409, 'story_moved_on', 'Somebody has said something since.');
}

function done(changes: WorldChanges): { event_id: string } {
  return { event_id: changes.nextId('event') };
}

function colleague({ id, name }: User): { id: string; name: string } {
  return { id, name };
}

function assigneeOf(world: World, id: string | null): QueueItem['assignee'] {
  if (id === null) return null;
  const person = world.people.find((one) => one.id === id);
  if (person === undefined) throw new HttpProblem(422, 'unknown_assignee', 'There is nobody of this id.');
  return colleague(person);
}

function assignmentFact(
  { me }: World,
  assignee: QueueItem['assignee'],
): ['handoff_assigned' | 'handoff_unassigned', string, Record<string, string>] {
  return assignee === null
    ? ['handoff_unassigned', me.user.name, {}]
    : ['handoff_assigned', me.user.name, { to: assignee.name }];
}
