import type { Report } from './changes.js';
import type { Pipeline } from './pipeline.js';

type Reported<Kind extends Report['kind']> = Extract<Report, { kind: Kind }>;

/** Carries out what platforms report of our messages, in its order. States only go forward. */
export function writeReports(pipeline: Pipeline, reports: readonly Report[]): void {
  for (const report of reports) {
    if (report.kind === 'settleMessage') settle(pipeline, report);
    else if (report.kind === 'failMessage') fail(pipeline, report);
    else advance(pipeline, report);
  }
}

/** It has arrived, or the platform has reported that it never will (`failMessage` takes the token away). */
const isDecided = `(state in ('sent', 'delivered', 'read') or (state = 'failed' and token is null))`;

const settleText = `update messages set
    state = case when ${isDecided} then state else 'sent' end,
    state_at = case when ${isDecided} then state_at else $3 end,
    refusal = null, explanation = case when state = 'failed' and token is null then explanation end,
    platform_message_id = coalesce(platform_message_id, $4)
  where attempts > 0 and sequence = (
    select sequence from messages where conversation = $1 and id = $2 and direction = 'out'
    order by sequence desc limit 1)`;

/** One that was never tried cannot be meant. */
function settle(pipeline: Pipeline, report: Reported<'settleMessage'>): void {
  const { conversation, messageId, now, platformMessageId } = report;
  pipeline.send({
    name: 'settle_message',
    text: settleText,
    values: [conversation, messageId, now, platformMessageId],
  });
}

const failText = `update messages set state = 'failed', state_at = $3, explanation = $4, token = null
  where conversation = $1 and id = $2 and direction = 'out' and attempts > 0
    and state in ('sending', 'sent', 'unknown')`;

/** What has been delivered stays so; and no answer to the send, nor its acceptance, takes the failure back. */
function fail(pipeline: Pipeline, report: Reported<'failMessage'>): void {
  const { conversation, messageId, now, explanation } = report;
  pipeline.send({
    name: 'fail_message',
    text: failText,
    values: [conversation, messageId, now, explanation],
  });
}

/** Word for word the condition of the index `messages_by_platform_id`. */
const isKnownToPlatform = `direction = 'out' and platform_message_id is not null`;

const advanceByIdText = `update messages set state = $3, state_at = $4, explanation = null
  where conversation = $1 and ${isKnownToPlatform} and platform_message_id = any($2::text[])
    and case $3 when 'read' then state <> 'read' else state not in ('delivered', 'read') end`;

/**
 * A moment proves nothing of a message whose fate is unknown. Sends are counted from their beginning: by the platform's
 * clock it had the message before its answer reached us.
 */
const advanceUpToText = `update messages set state = $3, state_at = $4
  where conversation = $1 and state in ('sent', 'delivered') and claimed_at <= $2
    and case $3 when 'read' then state <> 'read' else state not in ('delivered', 'read') end`;

function advance(pipeline: Pipeline, report: Reported<'advanceMessages'>): void {
  const { conversation, now, platformMessageIds, to, upTo } = report;
  if (platformMessageIds.length > 0) {
    const values = [conversation, platformMessageIds, to, now];
    pipeline.send({ name: 'advance_by_id', text: advanceByIdText, values });
  }
  if (upTo !== null) {
    const values = [conversation, upTo, to, now];
    pipeline.send({ name: 'advance_up_to', text: advanceUpToText, values });
  }
}
