import type { Basis } from '../../core/message.js';
import { userRefPrefix } from './stand-in.js';

/** `recipient` of a Send API request: a contact, the author of a comment, who ticked a plugin's checkbox, or whom a marketing token stands for. */
export type GraphRecipient =
  | { readonly id: string }
  | { readonly comment_id: string }
  | { readonly user_ref: string }
  | { readonly notification_messages_token: string };

/**
 * Whom a message is addressed to, by why it may be sent. The platform finds the author of a comment itself, and tells who
 * that is; a token stands for one contact and one topic.
 *
 * Source: Meta, Send API, private replies (platforms reference §3.3, §5.2).
 */
export function addressOf(basis: Basis, contactId: string): GraphRecipient {
  switch (basis.kind) {
    case 'private_reply':
      return { comment_id: basis.commentId };
    case 'marketing_token':
      return { notification_messages_token: basis.token };
    default:
      return contactId.startsWith(userRefPrefix)
        ? { user_ref: contactId.slice(userRefPrefix.length) }
        : { id: contactId };
  }
}

/** Says that a person writes, which the platform gives seven days. Never said of anything else: see {@link tagOf}. */
export interface HumanAgentTag {
  readonly messaging_type: 'MESSAGE_TAG';
  readonly tag: 'HUMAN_AGENT';
}

/** The one tag that is left since April 2026, for a person's answer after the reply window; null: everything else. */
export function tagOf(basis: Basis): HumanAgentTag | null {
  return basis.kind === 'human_agent' ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : null;
}
