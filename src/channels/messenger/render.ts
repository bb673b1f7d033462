import { capabilities } from '../../core/channel.js';
import type { OutboundMessage } from '../channel.js';
import { type GraphMessage, renderGraphMessage } from '../meta/render.js';

/** Body of `POST /{page}/messages`. */
export interface MessengerRequest {
  readonly recipient: { readonly id: string };
  /** An answer inside the reply window. Automation sets no tag. */
  readonly messaging_type: 'RESPONSE';
  readonly message: GraphMessage;
}

/** Source: Meta, Messenger Send API (platforms reference §3.3). */
export function renderMessenger(message: OutboundMessage, contactId: string): MessengerRequest {
  return {
    recipient: { id: contactId },
    messaging_type: 'RESPONSE',
    message: renderGraphMessage(message, capabilities.messenger),
  };
}
