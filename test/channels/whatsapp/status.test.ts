import { describe, expect, it } from 'vitest';
import { changeOf, statusesOf, statusOf } from '../../platforms/whatsapp-payloads.js';
import { minuteAgo as at, number, parse, parseOne, skipOne } from './parsing.js';

const wamid = 'wamid.T1VS';
const to = '4915100000001';
const reference = 'evt_1.m0';

const one = (status: string, options = {}) =>
  parseOne(statusesOf(statusOf(wamid, status, to, { at, ...options })));

const report = { kind: 'sendReported', occurredAt: at, platformMessageId: wamid, ownMessageId: null };

describe('a status', () => {
  it('“sent” says that the message was accepted, and brings our reference back', () => {
    expect(one('sent', { reference })).toEqual({
      channel: 'whatsapp',
      accountId: number.id,
      contactId: to,
      key: `status:${wamid}:sent`,
      content: { ...report, reference, report: { kind: 'accepted' } },
    });
  });

  it('“delivered” says that it has reached the phone', () => {
    expect(one('delivered')).toMatchObject({
      key: `status:${wamid}:delivered`,
      content: { kind: 'messagesDelivered', occurredAt: at, platformMessageIds: [wamid], upTo: null },
    });
  });

  it.each(['read', 'played'])('“%s” says that it was looked at', (status) => {
    expect(one(status)).toMatchObject({
      key: `status:${wamid}:${status}`,
      content: { kind: 'messagesRead', occurredAt: at, platformMessageIds: [wamid], upTo: null },
    });
  });

  it.each(['delivered', 'read', 'played'])(
    '“%s” with our reference first proves that the message was accepted, as “sent” would have',
    (status) => {
      const { updates } = parse(statusesOf(statusOf(wamid, status, to, { at, reference })));
      expect(updates.map(({ key }) => key)).toEqual([`status:${wamid}:sent`, `status:${wamid}:${status}`]);
      expect(updates[0]!.content).toEqual({ ...report, reference, report: { kind: 'accepted' } });
    },
  );

  it('“deleted” is kept', () => {
    expect(one('deleted')).toMatchObject({
      key: `status:${wamid}:deleted`,
      content: { kind: 'platformNoticed', type: 'message_deleted' },
    });
  });

  it('of a kind that is newer than this reader is kept', () => {
    expect(one('dreamt').content).toMatchObject({ kind: 'platformNoticed', type: 'status_dreamt' });
  });

  it('is known by who it reached, by every id that it tells', () => {
    const extra = { recipient_user_id: 'DE.8Kq2mX91' };
    expect(one('sent', { extra })).toMatchObject({ contactId: to, alsoKnownAs: ['DE.8Kq2mX91'] });
    const hidden = statusOf(wamid, 'sent', to, { extra: { recipient_id: undefined, ...extra } });
    expect(parseOne(statusesOf(hidden)).contactId).toBe('DE.8Kq2mX91');
  });

  it('about a group is not served', () => {
    const extra = { recipient_type: 'group', recipient_participant_id: to };
    expect(skipOne(statusesOf(statusOf(wamid, 'read', 'Z3JvdXA', { extra })))).toBe('groups are not served');
  });

  it('is skipped without a message, a status or a recipient', () => {
    expect(skipOne(statusesOf({ ...statusOf(wamid, 'sent', to), id: null }))).toBe('a status of no message');
    expect(skipOne(statusesOf({ ...statusOf(wamid, 'sent', to), status: 1 }))).toBe('a status of no message');
    expect(skipOne(statusesOf({ ...statusOf(wamid, 'sent', to), recipient_id: null }))).toBe(
      'no contact is named',
    );
    expect(skipOne(changeOf('messages', { statuses: [null] }))).toBe('a status that is no object');
  });
});

describe('“failed”', () => {
  const failed = (error?: number) =>
    parse(
      statusesOf(statusOf(wamid, 'failed', to, { at, reference, ...(error === undefined ? {} : { error }) })),
    );

  it('says so of the message that our reference names', () => {
    const { updates, notices } = failed(131047);
    expect(notices).toEqual([]);
    expect(updates).toMatchObject([
      {
        key: `status:${wamid}:failed`,
        contactId: to,
        content: { ...report, reference, report: { kind: 'failed', failure: 'window' } },
      },
    ]);
  });

  it.each([
    [131047, 'window'],
    [131026, 'unreachable'],
    [131050, 'marketing_optout'],
    [131049, 'withheld'],
    [130472, 'withheld'],
    [131021, 'invalid'],
    [131051, 'invalid'],
    [131053, 'retries_exhausted'],
    [131042, 'auth'],
    [190, 'auth'],
    [368, 'policy'],
    [131000, 'retries_exhausted'],
    [130429, 'retries_exhausted'],
    [999_999, 'retries_exhausted'],
    [undefined, 'retries_exhausted'],
  ])('by code %s is “%s”, with words and without anything of the contact', (code, failure) => {
    const content = failed(code).updates[0]!.content;
    expect(content).toMatchObject({ report: { kind: 'failed', failure } });
    expect(JSON.stringify(content)).not.toContain(to);
    const { explanation } = (content as unknown as { report: { explanation: string } }).report;
    expect(explanation).toMatch(/^[A-Z].*[.)]$/);
  });

  it.each([
    [132015, 'template_changed'],
    [131042, 'account_changed'],
    [131048, 'quality_changed'],
    [131031, 'policy_enforced'],
  ])('by code %s is about more than the message: %s', (code, kind) => {
    const { notices } = failed(code);
    expect(notices).toMatchObject([{ channel: 'whatsapp', accountId: number.id, kind, occurredAt: at }]);
  });
});
