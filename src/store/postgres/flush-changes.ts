import type { ClientBase } from 'pg';
import type { Seals } from '../sealing/seals.js';
import { insertInto, updateOf, type BulkStatement } from './bulk-sql.js';
import type { Changes } from './changes.js';
import { writeForgotten } from './forgetting.js';
import { writeHandoffRatings, writeHandoffUpdates } from './handoff-updates.js';
import { writePrivateReplyChanges } from './private-reply-changes.js';
import { toJsonParameter } from './json-parameter.js';
import { movingColumns } from './moving-columns.js';
import { writeMerges } from './merging.js';
import { Pipeline } from './pipeline.js';
import { writeReports } from './reports.js';
import { pauseStatement } from './send-places.js';
import { ledger, ledgerWords, notices } from './schema/consent.js';
import { aliases, conversations, requests } from './schema/conversations.js';
import { contactTags } from './schema/contact-tags.js';
import { contactKeys } from './schema/contact-keys.js';
import { events } from './schema/events.js';
import { handoffs } from './schema/handoffs.js';
import { links } from './schema/links.js';
import { messages } from './schema/messages.js';
import { notes } from './schema/notes.js';
import { outcomes } from './schema/outcomes.js';
import { privateReplies } from './schema/private-replies.js';
import { timers } from './schema/timers.js';
import { tagRows } from '../transactions/tags.js';
import { pinsOf } from '../transactions/pins.js';

const statements = {
  conversations: insertInto(conversations),
  saved: updateOf(conversations, ['state', 'sealed', 'pins', 'waitingEvents', 'updatedAt'], 'number'),
  renamed: updateOf(conversations, ['platformId'], 'number'),
  contactKeys: insertInto(contactKeys),
  contactTags: insertInto(contactTags),
  aliases: insertInto(aliases),
  events: insertInto(events, ['sequence']),
  messages: insertInto(messages, ['sequence', 'outboxOf']),
  moved: updateOf(messages, movingColumns, 'sequence'),
  links: insertInto(links),
  timers: insertInto(timers, [], 'on conflict (conversation, id) do update set due_at = excluded.due_at'),
  requests: insertInto(requests),
  notices: insertInto(notices, [], 'on conflict do nothing'),
  ledger: insertInto(ledger),
  ledgerWords: insertInto(ledgerWords),
  handoffs: insertInto(handoffs, ['sequence']),
  notes: insertInto(notes, ['sequence']),
  outcomes: insertInto(outcomes, ['sequence']),
  privateReplies: insertInto(privateReplies, [], 'on conflict do nothing'),
};

const decideAgain: BulkStatement<Changes['decidedAgain'][number]> = {
  name: 'decide_again',
  text: `update events target set disposition = given.disposition, trace = given.trace,
      changed_consent = target.changed_consent or given."changedConsent"
    from jsonb_to_recordset($1::jsonb)
      as given (sequence bigint, disposition text, "changedConsent" boolean, trace jsonb)
    where target.sequence = given.sequence and target.sequence = any($2::bigint[])`,
  values: (rows) => [toJsonParameter(rows), rows.map(({ sequence }) => sequence)],
};

/**
 * Writes what a transaction has changed: what others point at first, what was reported from outside last. All that needs no
 * answer of the database is sent before this waits for the first time.
 */
export async function flushChanges(client: ClientBase, changes: Changes, seals: Seals): Promise<void> {
  const pipeline = new Pipeline(client);
  const write = <Row>({ name, text, values }: BulkStatement<Row>, rows: Iterable<Row>): void => {
    const given = [...rows];
    if (given.length > 0) pipeline.send({ name, text, values: values(given) });
  };
  write(statements.conversations, begunRows(changes, seals));
  write(statements.aliases, changes.aliases);
  write(statements.saved, savedRows(changes, seals));
  // Behind the states, whose sealing may have made some.
  write(statements.contactKeys, changes.contactKeys);
  removeTags(pipeline, changes);
  write(
    statements.contactTags,
    [...changes.retagged].flatMap(({ thread }) => tagRows(thread)),
  );
  write(statements.events, changes.events);
  write(decideAgain, changes.decidedAgain);
  write(statements.messages, changes.messages);
  write(statements.links, changes.links);
  write(statements.moved, changes.moved);
  write(statements.privateReplies, changes.privateReplies);
  writePrivateReplyChanges(pipeline, changes.privateReplyChanges);
  removeTimers(pipeline, changes);
  write(statements.timers, changes.timers.values());
  closeRequests(pipeline, changes);
  write(statements.requests, changes.requests.values());
  write(statements.notices, changes.notices.values());
  write(statements.ledger, changes.ledger);
  write(statements.ledgerWords, changes.ledgerWords);
  write(statements.handoffs, changes.handoffs);
  writeHandoffUpdates(pipeline, changes.handoffUpdates);
  writeHandoffRatings(pipeline, changes.handoffRatings);
  write(statements.notes, changes.notes);
  write(statements.outcomes, changes.outcomes);
  writeReports(pipeline, changes.reports);
  for (const pause of changes.pauses) pipeline.send(pauseStatement(pause, pause.until));
  await pipeline.answered();
  await writeForgotten(client, changes.forgotten);
  await writeMerges(client, changes.merges, seals);
  write(statements.renamed, changes.renamed);
  await pipeline.answered();
}

/** As they are now: what began may have gone on in the same transaction. */
function begunRows({ beginnings, saved }: Changes, seals: Seals) {
  return beginnings.map(({ held, row, at }) => ({
    ...row,
    ...stateOf(held.thread, seals),
    number: held.thread.number,
    updatedAt: saved.get(held) ?? at,
  }));
}

function savedRows({ beginnings, saved }: Changes, seals: Seals) {
  const begun = new Set(beginnings.map(({ held }) => held));
  return [...saved]
    .filter(([held]) => !begun.has(held))
    .map(([{ thread }, updatedAt]) => ({ number: thread.number, ...stateOf(thread, seals), updatedAt }));
}

function stateOf(thread: Changes['beginnings'][number]['held']['thread'], seals: Seals) {
  const { state, waitingEvents } = thread;
  return { ...seals.state(thread), pins: pinsOf(state), waitingEvents };
}

function removeTags(pipeline: Pipeline, { retagged }: Changes): void {
  if (retagged.size === 0) return;
  pipeline.send({
    name: 'remove_tags',
    text: 'delete from contact_tags where conversation = any($1::bigint[])',
    values: [[...retagged].map(({ thread }) => thread.number)],
  });
}

function removeTimers(pipeline: Pipeline, { timersGone }: Changes): void {
  if (timersGone.size === 0) return;
  const gone = [...timersGone.values()];
  pipeline.send({
    name: 'remove_timers',
    text: `delete from timers using unnest($1::bigint[], $2::text[]) as gone (conversation, id)
      where timers.conversation = gone.conversation and timers.id = gone.id`,
    values: [gone.map(({ conversation }) => conversation), gone.map(({ id }) => id)],
  });
}

function closeRequests(pipeline: Pipeline, { requestsGone }: Changes): void {
  if (requestsGone.size === 0) return;
  pipeline.send({
    name: 'close_requests',
    text: 'delete from requests where conversation = any($1::bigint[])',
    values: [[...requestsGone]],
  });
}
