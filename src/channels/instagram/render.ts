import { capabilities } from '../../core/channel.js';
import type { OutboundMessage } from '../channel.js';
import { type GraphMessage, renderGraphMessage } from '../meta/render.js';

/** Body of `POST /{instagram account}/messages`. */
export interface InstagramRequest {
  readonly recipient: { readonly id: string };
  readonly message: GraphMessage;
}

/** Source: Meta, Instagram Platform, "Send messages" (platforms reference §4.4). */
export function renderInstagram(message: OutboundMessage, contactId: string): InstagramRequest {
  return {
    recipient: { id: contactId },
    message: renderGraphMessage(message, capabilities.instagram),
  };
}
