import { capabilities } from '../../core/channel.js';
import type { Basis } from '../../core/message.js';
import type { OutboundMessage } from '../channel.js';
import { addressOf, type GraphRecipient, type HumanAgentTag, tagOf } from '../meta/addressing.js';
import { type GraphMessage, renderGraphMessage } from '../meta/render.js';

/** Body of `POST /{page}/messages`. */
export type MessengerRequest = MessageKind & {
  readonly recipient: GraphRecipient;
  readonly message: GraphMessage;
};

/** A message by a token says with it what it is. */
type MessageKind =
  { readonly messaging_type: 'RESPONSE' } | HumanAgentTag | { readonly messaging_type?: undefined };

/** Source: Meta, Messenger Send API (platforms reference §3.3). */
export function renderMessenger(message: OutboundMessage, contactId: string): MessengerRequest {
  return {
    recipient: addressOf(message.basis, contactId),
    ...kindOf(message.basis),
    message: renderGraphMessage(message, capabilities.messenger),
  };
}

function kindOf(basis: Basis): MessageKind {
  if (basis.kind === 'marketing_token') return {};
  return tagOf(basis) ?? { messaging_type: 'RESPONSE' };
}
