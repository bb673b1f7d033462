import type { AccountNotice } from '../channel.js';
import { asFields, asList, type Fields, readText, readTime } from '../fields.js';
import { momentOf, type Origin } from './events/item.js';

/** What Meta gives as its reason is meant for us, and short. */
const REASON_LIMIT = 300;

type Told = Pick<AccountNotice, 'kind' | 'explanation'>;

/**
 * What an item of `messaging` says about the account rather than about a thread; null: it is about a thread. Meta writes
 * `policy-enforcement`, and `policy_enforcement` in its documentation.
 *
 * Source: Meta, messaging_policy_enforcement and messaging_handovers (platforms reference §3.1).
 */
export function readAccountItem(fields: Fields, origin: Origin): AccountNotice | null {
  const policy = asFields(fields['policy-enforcement'] ?? fields['policy_enforcement']);
  const roles = asFields(fields['app_roles']);
  if (policy === null && roles === null) return null;
  const time = readTime(fields['timestamp']) ?? origin.time;
  return told(policy === null ? readRoles(roles ?? {}) : readPolicy(policy), origin, time);
}

/** A change of a template: `message_template_status_update`, `messenger_template_status_update`. */
export function readTemplateChange(change: Fields, origin: Origin): AccountNotice {
  const name = shortText(change['message_template_name']) ?? shortText(change['template_name']);
  const event = shortText(change['event']) ?? 'changed';
  const reason = shortText(change['reason']);
  const explanation = `The message template ${name ?? 'of unknown name'} is ${event}${because(reason)}`;
  return told({ kind: 'template_changed', explanation }, origin, origin.time);
}

function told(notice: Told, { channel, accountId, receivedAt }: Origin, time: number | null): AccountNotice {
  return { channel, accountId, ...notice, occurredAt: momentOf(time, receivedAt) };
}

function readPolicy(policy: Fields): Told {
  const reason = because(shortText(policy['reason']));
  switch (policy['action']) {
    case 'block':
      return { kind: 'policy_enforced', explanation: `Meta has blocked the account from sending${reason}` };
    case 'unblock':
      return { kind: 'policy_lifted', explanation: `Meta lets the account send again${reason}` };
    case 'warning':
      return { kind: 'quality_changed', explanation: `Meta warns that it may block the account${reason}` };
    default:
      return {
        kind: 'account_changed',
        explanation: `Meta enforces a policy on the account, in a way that we do not know${reason}`,
      };
  }
}

function readRoles(roles: Fields): Told {
  const all = Object.values(roles).flatMap((list) => asList(list).flatMap((role) => shortText(role) ?? []));
  const named = all.length === 0 ? 'none' : [...new Set(all)].slice(0, 10).join(', ');
  return {
    kind: 'account_changed',
    explanation: `The roles of apps in conversations have changed: ${named}.`,
  };
}

/** Meta writes `NONE` where it has none to give. */
function because(reason: string | null): string {
  return reason === null || reason === 'NONE' ? '.' : `: ${reason}`;
}

function shortText(value: unknown): string | null {
  const text = readText(value)?.trim().slice(0, REASON_LIMIT);
  return text === undefined || text === '' ? null : text;
}
