import type { Profile } from '../../core/conversation.js';
import type { Recipient } from '../channel.js';
import { asFields, readText } from '../fields.js';
import type { BotApi } from './bot-api.js';

/** A greeting is not worth a longer wait, ms. */
const profileTimeout = 2_000;

const nameLimit = 100;

/** The contact's name, as they call themselves there; nulls where Telegram refuses, fails or says nothing in time. */
export async function fetchChatProfile(
  api: BotApi,
  { token, contactId }: Recipient,
  signal: AbortSignal,
): Promise<Profile> {
  const body = { chat_id: contactId };
  const answer = await api.call({ method: 'getChat', body, token, signal, timeout: profileTimeout });
  const succeeded = answer.kind === 'answered' && answer.status === 200;
  const chat = succeeded ? asFields(asFields(answer.body)?.['result']) : null;
  const firstName = readName(chat?.['first_name']);
  const names = [firstName, readName(chat?.['last_name'])].filter((name) => name !== null);
  return { firstName, name: names.length === 0 ? null : names.join(' ') };
}

/** It is its owner's to choose: untrusted text. */
function readName(value: unknown): string | null {
  const name = readText(value)?.trim().slice(0, nameLimit) ?? '';
  return name === '' ? null : name;
}
