import { createInstagramChannel } from '../channels/instagram/channel.js';
import { createGraphClient } from '../channels/meta/graph.js';
import { createMetaWebhook } from '../channels/meta/webhook.js';
import { createMessengerChannel } from '../channels/messenger/channel.js';
import type { Platform } from '../channels/platform.js';
import type { Transport } from '../channels/transport.js';
import { createWhatsAppChannel } from '../channels/whatsapp/channel.js';

export interface MetaOptions {
  readonly transport: Transport;
  /** `META_GRAPH_URL`. */
  readonly graphUrl: string;
  /** `INSTAGRAM_GRAPH_URL`. */
  readonly instagramGraphUrl: string;
  /** Such as `v26.0`. */
  readonly apiVersion: string;
  /** What Meta repeats when it subscribes; empty: it cannot. */
  readonly verifyToken: string;
}

/** Everything that comes by Meta's one webhook: Instagram, Messenger and WhatsApp. */
export function createMetaPlatform(options: MetaOptions): Platform {
  const { transport, graphUrl, instagramGraphUrl, apiVersion: version, verifyToken } = options;
  const graph = createGraphClient(transport);
  return {
    webhook: createMetaWebhook(verifyToken),
    channels: [
      createInstagramChannel({ graph, instagramUrl: instagramGraphUrl, facebookUrl: graphUrl, version }),
      createMessengerChannel({ graph, baseUrl: graphUrl, version }),
      createWhatsAppChannel({ graph, transport, baseUrl: graphUrl, version }),
    ],
  };
}
