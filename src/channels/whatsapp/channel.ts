import { capabilities } from '../../core/channel.js';
import type { Channel } from '../channel.js';
import { GRAPH_VERSION, type GraphClient } from '../meta/graph.js';
import type { Transport } from '../transport.js';
import { careForNumbers } from './care/create-care.js';
import { MEDIA_URL, openWhatsAppMedia } from './media.js';
import { sendOnWhatsApp, showTypingOnWhatsApp } from './send.js';

export interface WhatsAppOptions {
  readonly graph: GraphClient;
  /** Fetches what was sent along. */
  readonly transport: Pick<Transport, 'download'>;
  /** `META_GRAPH_URL`: `https://graph.facebook.com`, or what stands in for it. */
  readonly baseUrl: string;
  /** Of the Graph API; default {@link GRAPH_VERSION}. */
  readonly version?: string;
  /** Where what was sent along is kept; default {@link MEDIA_URL}. */
  readonly mediaUrl?: string;
}

/**
 * Messages of a number on WhatsApp's Cloud API. An account's id is the number's (`phone_number_id`), its business the
 * WhatsApp business account (WABA) that has the templates, its token a system user's.
 */
export function createWhatsAppChannel(options: WhatsAppOptions): Channel {
  const { graph, transport, baseUrl, version, mediaUrl = MEDIA_URL } = options;
  const line = { graph, endpoint: { baseUrl, version: version ?? GRAPH_VERSION } };
  return {
    name: 'whatsapp',
    capabilities: capabilities.whatsapp,
    send: (message, recipient, signal) => sendOnWhatsApp(line, message, recipient, signal),
    showTyping: (recipient, signal) => showTypingOnWhatsApp(line, recipient, signal),
    // WhatsApp has no profiles to ask for: a name comes with what the contact writes.
    fetchProfile: () => Promise.resolve({ firstName: null, name: null }),
    care: careForNumbers(line),
    openMedia: (wanted, signal) => openWhatsAppMedia({ line, transport, mediaUrl }, wanted, signal),
  };
}
