import type { SendReported } from '../../../core/platform-event.js';
import type { AccountNotice, ParsedContent } from '../../channel.js';
import { asFields, asList, type Fields, readCount, readId, readText } from '../../fields.js';
import { keepPayload } from '../../keep-payload.js';
import { address, type Change, type Finding } from '../change.js';
import { identify } from '../contact-ids.js';
import { describeFailure, failureOf, meaningOf } from '../error-table.js';
import { momentOf } from '../moment.js';

/** `statuses`: what became of messages of ours. They come in any order, and some never (platforms reference §6.3). */
export function readStatuses(change: Change): readonly Finding[] {
  return asList(change.value['statuses']).flatMap((entry) => {
    const fields = asFields(entry);
    return fields === null ? [{ reason: 'a status that is no object' }] : readStatus(fields, change);
  });
}

/** One status whose message and contact are known. */
interface Status {
  readonly fields: Fields;
  readonly id: string;
  readonly status: string;
  /** Our own reference, `biz_opaque_callback_data`. */
  readonly reference: string | null;
  readonly occurredAt: number;
}

function readStatus(fields: Fields, change: Change): readonly Finding[] {
  if (fields['recipient_type'] === 'group') return [{ reason: 'groups are not served' }];
  const id = readId(fields['id']);
  const name = readText(fields['status']);
  if (id === null || name === null) return [{ reason: 'a status of no message' }];
  const who = identify(
    { phone: fields['recipient_id'], userId: fields['recipient_user_id'] },
    change.contacts,
  );
  if (who === null) return [{ reason: 'no contact is named' }];
  const reference = readText(fields['biz_opaque_callback_data']);
  const status = { fields, id, status: name.slice(0, 64), reference, occurredAt: momentOf(fields, change) };
  const contents = contentsOf(status);
  const findings = contents.map(([as, content]) =>
    address({ key: `status:${id}:${as}`, content }, change, who),
  );
  return [...findings, ...noticesOf(status, change)];
}

/** What a status means, each with the status whose key it has. */
function contentsOf(status: Status): readonly (readonly [as: string, content: ParsedContent])[] {
  const { id, occurredAt } = status;
  switch (status.status) {
    case 'sent':
      return [['sent', accepted(status)]];
    case 'delivered':
      return [
        ...provenBy(status),
        ['delivered', { kind: 'messagesDelivered', occurredAt, platformMessageIds: [id], upTo: null }],
      ];
    case 'read':
    case 'played':
      return [
        ...provenBy(status),
        [status.status, { kind: 'messagesRead', occurredAt, platformMessageIds: [id], upTo: null }],
      ];
    case 'failed':
      return [['failed', failed(status)]];
    default: {
      const type = status.status === 'deleted' ? 'message_deleted' : `status_${status.status}`;
      return [
        [status.status, { kind: 'platformNoticed', occurredAt, type, payload: keepPayload(status.fields) }],
      ];
    }
  }
}

/**
 * What has arrived was accepted. Where the answer to our send was lost only the reference tells which message this is,
 * and `sent` can come later or not at all: so it is said once, under the key that it would have.
 */
function provenBy(status: Status): readonly (readonly [string, ParsedContent])[] {
  return status.reference === null ? [] : [['sent', accepted(status)]];
}

function accepted(status: Status): ParsedContent {
  return reported(status, { kind: 'accepted' });
}

/** A 200 only means accepted: that a message failed is often said minutes later. */
function failed(status: Status): ParsedContent {
  const code = codeOf(status.fields);
  const [failure, explanation] = [failureOf(code), describeFailure(code)];
  return reported(status, { kind: 'failed', failure, explanation });
}

function reported({ id, reference, occurredAt }: Status, report: SendReported['report']): ParsedContent {
  const whose = { platformMessageId: id, reference, ownMessageId: null };
  return { kind: 'sendReported', occurredAt, ...whose, report };
}

function codeOf(fields: Fields): number | null {
  return readCount(asFields(asList(fields['errors'])[0])?.['code']);
}

/** Some failures are about more than the message. */
function noticesOf({ fields, status, occurredAt }: Status, { accountId }: Change): readonly AccountNotice[] {
  const code = status === 'failed' ? codeOf(fields) : null;
  const kind = code === null ? undefined : meaningOf(code, null)?.alert;
  if (kind === undefined) return [];
  return [{ channel: 'whatsapp', accountId, kind, explanation: describeFailure(code), occurredAt }];
}
