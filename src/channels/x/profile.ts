import type { Profile } from '../../core/conversation.js';
import type { Recipient } from '../channel.js';
import { asFields, readText } from '../fields.js';
import type { XApi } from './x-api.js';

/** A greeting is not worth a longer wait, ms. */
const profileTimeout = 2_000;

const nameLimit = 100;

/** X tells one name, as its owner wrote it: untrusted text. Nulls where it refuses, fails or says nothing in time. */
export async function fetchXProfile(
  api: XApi,
  { token, contactId }: Recipient,
  signal: AbortSignal,
): Promise<Profile> {
  const path = ['2', 'users', contactId];
  const answer = await api.call({ method: 'GET', path, token, signal, timeout: profileTimeout });
  const succeeded = answer.kind === 'answered' && answer.status === 200;
  const data = succeeded ? asFields(asFields(answer.body)?.['data']) : null;
  const name = readText(data?.['name'])?.trim().slice(0, nameLimit) ?? '';
  return name === '' ? { firstName: null, name: null } : { firstName: name.split(/\s+/)[0] ?? null, name };
}
