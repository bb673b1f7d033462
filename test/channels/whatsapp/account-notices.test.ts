import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import { businessDelivery } from '../../platforms/whatsapp-payloads.js';
import { minuteAgo as at, now } from './parsing.js';

describe('notices about the business', () => {
  const template = { message_template_name: 'reminder', message_template_language: 'en_US' };

  it.each([
    ['account_update', { event: 'ACCOUNT_DELETED' }, 'access_revoked', 'deleted'],
    ['account_update', { event: 'ACCOUNT_OFFBOARDED' }, 'access_revoked', 'off the Cloud API'],
    ['account_update', { event: 'ACCOUNT_RECONNECTED' }, 'policy_lifted', 'again'],
    ['account_update', { event: 'PARTNER_REMOVED' }, 'access_revoked', 'no longer shares'],
    [
      'account_update',
      { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } },
      'account_changed',
      'SPAM',
    ],
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } },
      'policy_enforced',
      'disabled',
    ],
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } },
      'policy_lifted',
      'enabled',
    ],
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } },
      'account_changed',
      'about to',
    ],
    [
      'account_update',
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }],
      },
      'account_changed',
      'BIZ_INITIATED',
    ],
    [
      'account_update',
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING' }],
      },
      'policy_enforced',
      'CUSTOMER_INITIATED',
    ],
    ['account_update', { event: 'SOMETHING_NEW' }, 'account_changed', 'SOMETHING_NEW'],
    [
      'account_alerts',
      { alert_info: { alert_severity: 'CRITICAL', alert_type: 'OBA', alert_description: 'Check it' } },
      'account_changed',
      '“Check it”',
    ],
    ['account_review_update', { decision: 'REJECTED' }, 'account_changed', 'REJECTED'],
    [
      'phone_number_quality_update',
      { event: 'FLAGGED', current_limit: 'TIER_1K' },
      'quality_changed',
      'FLAGGED; the limit is now TIER_1K',
    ],
    ['phone_number_name_update', { decision: 'APPROVED' }, 'account_changed', 'APPROVED'],
    [
      'message_template_status_update',
      { ...template, event: 'REJECTED', reason: 'INVALID_FORMAT' },
      'template_changed',
      'reminder (en_US) is now REJECTED (INVALID_FORMAT)',
    ],
    [
      'message_template_status_update',
      { ...template, event: 'APPROVED', reason: 'NONE' },
      'template_changed',
      'is now APPROVED.',
    ],
    [
      'message_template_quality_update',
      { ...template, previous_quality_score: 'GREEN', new_quality_score: 'RED' },
      'template_changed',
      'GREEN before, RED now',
    ],
    ['message_template_components_update', template, 'template_changed', 'reads differently'],
    ['template_category_update', { ...template, new_category: 'MARKETING' }, 'template_changed', 'MARKETING'],
    [
      'business_username_update',
      { username: 'studio.nord', status: 'approved' },
      'account_changed',
      'studio.nord',
    ],
    ['business_capability_update', { max_phone_numbers_per_waba: 25 }, 'account_changed', 'limits'],
    ['security', { event: 'PIN_CHANGED' }, 'account_changed', 'PIN_CHANGED'],
  ] as const)('%s %j is %s', (field, value, kind, words) => {
    const { updates, notices, skipped } = parseDelivery(businessDelivery('880011', field, value, at), now);
    expect({ updates, skipped }).toEqual({ updates: [], skipped: [] });
    expect(notices).toMatchObject([{ channel: 'whatsapp', accountId: '880011', kind, occurredAt: at }]);
    expect(notices[0]!.explanation).toContain(words);
  });

  it('are about the business that they name, else about the entry’s', () => {
    const value = { event: 'PARTNER_REMOVED', waba_info: { waba_id: '880022' } };
    expect(parseDelivery(businessDelivery('990000', 'account_update', value), now).notices).toMatchObject([
      { accountId: '880022', occurredAt: now },
    ]);
  });

  it('say nothing that could forge a line of the log', () => {
    const value = { ...template, message_template_name: 'x\n{"level":"fatal"}', event: 'A\r\nB' };
    const delivery = businessDelivery('880011', 'message_template_status_update', value);
    expect(parseDelivery(delivery, now).notices[0]!.explanation).toMatch(/^[\w .()@-]+$/);
  });
});
