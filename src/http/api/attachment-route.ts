import { z } from 'zod';
import type { AttachmentOpening } from '../../engine/media.js';
import { HttpProblem } from '../problem.js';
import { whoMay } from '../../contract/endpoint.js';
import { id } from '../../contract/values.js';
import { defineFileRoute, type FileRoute } from './file-route.js';
import { visibleConversation } from './visible.js';

const indexRule = 'must be a whole number from 0 to 99';

const params = z.strictObject({
  id,
  message_id: id,
  index: z
    .string()
    .regex(/^\d{1,2}$/, indexRule)
    .transform(Number),
});

const query = z.strictObject({
  inline: z
    .literal('1', 'must be 1, or left out')
    .optional()
    .describe('To be shown, where its type can do no harm; else it is to be kept as a file.'),
});

/** What a contact sent along, fetched from the platform at that moment. */
export const attachmentRoute: FileRoute = defineFileRoute({
  path: '/conversations/:id/messages/:message_id/attachments/:index',
  summary: 'Fetch something that was sent along with a message, by its place among what was, from 0',
  access: whoMay('read_chats'),
  params,
  query,
  open: async ({ params: wanted, query: { inline }, caller }, { engine, store }, signal) => {
    const { id: conversationId, message_id: messageId, index } = wanted;
    // The engine says itself where there is no such attachment; people see only what is theirs to see.
    if (caller.kind === 'person') await visibleConversation(conversationId, caller, store);
    const opening = await engine.openAttachment({ conversationId, messageId, index }, signal);
    if (!opening.ok) throw problemOf(opening.reason);
    const { mimeType, content } = opening;
    const name = opening.name ?? `attachment-${index + 1}`;
    return { mimeType, content, name, isInline: inline === '1' };
  },
});

type Reason = Extract<AttachmentOpening, { ok: false }>['reason'];

function problemOf(reason: Reason): HttpProblem {
  switch (reason) {
    case 'not_found':
      return new HttpProblem(404, 'not_found', 'There is no such attachment.');
    case 'no_content':
      return new HttpProblem(404, 'no_content', 'There is nothing to be fetched of this attachment.');
    case 'expired':
      return new HttpProblem(410, 'expired', 'Its platform does not keep it any more.');
    case 'too_large':
      return new HttpProblem(502, 'too_large', 'It is larger than is passed on.');
    case 'foreign_host':
      return new HttpProblem(502, 'foreign_host', 'Its address is not one of its platform’s own.');
    case 'unavailable':
      return new HttpProblem(502, 'unavailable', 'Its platform did not give it out.');
  }
}
