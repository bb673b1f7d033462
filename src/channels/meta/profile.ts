import type { Profile } from '../../core/conversation.js';
import { asFields, type Fields, readText } from '../fields.js';
import type { Connection } from './connection.js';
import type { GraphClient } from './graph.js';
import { isStandIn } from './stand-in.js';

/** A greeting is not worth a longer wait, ms. */
const PROFILE_TIMEOUT = 2_000;

const NAME_LIMIT = 100;

interface ProfileQuestion {
  readonly contactId: string;
  readonly fields: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Asks for fields of the contact's profile; empty where the platform refuses, fails or says nothing in time, and where the
 * contact has no id yet by which it could be asked.
 */
export async function fetchProfileFields(
  graph: GraphClient,
  { endpoint, token }: Connection,
  { contactId, fields, signal }: ProfileQuestion,
): Promise<Fields> {
  if (isStandIn(contactId)) return {};
  const answer = await graph.call({
    method: 'GET',
    endpoint,
    path: [contactId],
    query: { fields: fields.join(',') },
    token,
    signal,
    timeout: PROFILE_TIMEOUT,
  });
  const succeeded = answer.kind === 'answered' && answer.status === 200;
  return (succeeded ? asFields(answer.body) : null) ?? {};
}

/** A name as people may see it, null where there is none. It is its owner's to choose: untrusted text. */
export function readName(value: unknown): Profile['name'] {
  const name = readText(value)?.trim().slice(0, NAME_LIMIT) ?? '';
  return name === '' ? null : name;
}
