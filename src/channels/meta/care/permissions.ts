import type { AccountFinding } from '../../channel.js';
import { asFields, asList } from '../../fields.js';
import { ask, type Asking } from './asking.js';
import { notTold, ok, problem } from './findings.js';

const subject = 'permissions';

export interface NeededPermissions {
  readonly platform: 'instagram' | 'messenger';
  /** As the platform names them. */
  readonly names: readonly string[];
}

/**
 * Whether the token may do what we do. The list of permissions is told to a person's token alone; with an account's own
 * the conversations are asked for, which needs the permission to write messages.
 */
export async function checkPermissions(asking: Asking, needed: NeededPermissions): Promise<AccountFinding> {
  const list = await ask(asking, { path: ['me', 'permissions'] });
  if (!list.ok) return tryConversations(asking, needed);
  const granted = new Set(
    asList(list.fields['data'])
      .map((entry) => asFields(entry) ?? {})
      .filter(({ status }) => status === 'granted')
      .map(({ permission }) => permission),
  );
  const missing = needed.names.filter((name) => !granted.has(name));
  return missing.length === 0
    ? ok(subject, 'All that are needed are granted.')
    : problem(subject, `Not granted: ${missing.join(', ')}.`, askFor(missing));
}

async function tryConversations(asking: Asking, needed: NeededPermissions): Promise<AccountFinding> {
  const path = [asking.connection.node, 'conversations'];
  const reply = await ask(asking, { path, query: { platform: needed.platform, fields: 'id', limit: '1' } });
  if (reply.ok) return ok(subject, 'Messages of the account can be read.');
  return reply.failure.class === 'auth'
    ? problem(subject, `Messages cannot be read: ${reply.failure.explanation}`, askFor(needed.names))
    : notTold(subject, reply.failure);
}

function askFor(names: readonly string[]): string {
  return `Log in once more in the app dashboard, and grant: ${names.join(', ')}. For accounts that are not your own, the app needs Advanced Access to them.`;
}
