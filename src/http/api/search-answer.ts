import type { z } from 'zod';
import type { search } from '../../contract/queue.js';
import type { FoundContact, FoundMessage } from '../../store/search.js';
import { showMoment } from './show-moment.js';

type Answer = z.input<typeof search.answer>;

export function showFoundContact(contact: FoundContact): Answer['contacts'][number] {
  return {
    contact_id: contact.contactId,
    conversation_id: contact.conversationId,
    name: contact.name,
    channel: contact.channel,
    account: contact.account,
    platform_ids: [...contact.platformIds],
  };
}

export function showFoundMessage(message: FoundMessage, excerpt: string): Answer['messages'][number] {
  return {
    conversation_id: message.conversationId,
    message_id: message.id,
    contact_name: message.contactName,
    channel: message.channel,
    direction: message.direction,
    excerpt,
    at: showMoment(message.at),
  };
}
