import { capabilities } from '../../core/channel.js';
import type { Channel } from '../channel.js';
import { GRAPH_VERSION, type GraphClient } from '../meta/graph.js';
import { fetchProfileFields, readName } from '../meta/profile.js';
import { sendThroughGraph, showTypingThroughGraph } from '../meta/send.js';
import { renderInstagram } from './render.js';

export interface InstagramOptions {
  readonly graph: GraphClient;
  /** `INSTAGRAM_GRAPH_URL`: `https://graph.instagram.com`, or what stands in for it. */
  readonly baseUrl: string;
  /** Of the Graph API; default {@link GRAPH_VERSION}. */
  readonly version?: string;
}

/**
 * Direct messages of professional accounts connected by Instagram Login. An account's id is the Instagram professional
 * account's, its token the Instagram user token.
 */
export function createInstagramChannel({ graph, baseUrl, version }: InstagramOptions): Channel {
  const endpoint = { baseUrl, version: version ?? GRAPH_VERSION };
  return {
    name: 'instagram',
    capabilities: capabilities.instagram,
    send: (message, recipient, signal) =>
      sendThroughGraph(graph, endpoint, recipient, renderInstagram(message, recipient.contactId), signal),
    showTyping: (recipient, signal) => showTypingThroughGraph(graph, endpoint, recipient, signal),
    async fetchProfile(recipient, signal) {
      const fields = await fetchProfileFields(graph, endpoint, recipient, ['name'], signal);
      const name = readName(fields['name']);
      // Instagram tells one name, as its owner wrote it.
      return { firstName: name?.split(/\s+/)[0] ?? null, name };
    },
  };
}
