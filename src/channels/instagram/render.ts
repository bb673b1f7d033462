import { capabilities } from '../../core/channel.js';
import type { OutboundMessage } from '../channel.js';
import { addressOf, type GraphRecipient, type HumanAgentTag, tagOf } from '../meta/addressing.js';
import { type GraphMessage, renderGraphMessage } from '../meta/render.js';
import { inPlainWords } from './plain-words.js';

/** Body of `POST /{instagram account}/messages`, or of the page's behind it. */
export interface InstagramRequest extends Partial<HumanAgentTag> {
  readonly recipient: GraphRecipient;
  readonly message: GraphMessage;
}

/**
 * A private reply to a comment carries a text and buttons, no more: what else belongs to it is said in words.
 *
 * Source: Meta, Instagram Platform, "Send messages", "Private replies" (platforms reference §4.4, §5.2).
 */
export function renderInstagram(message: OutboundMessage, contactId: string): InstagramRequest {
  const { basis, body, linkBase } = message;
  const said = basis.kind === 'private_reply' ? inPlainWords(body, linkBase, capabilities.instagram) : body;
  return {
    recipient: addressOf(basis, contactId),
    ...tagOf(basis),
    message: renderGraphMessage({ ...message, body: said }, capabilities.instagram),
  };
}
