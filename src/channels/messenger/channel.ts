import { capabilities } from '../../core/channel.js';
import type { Channel } from '../channel.js';
import { GRAPH_VERSION, type GraphClient } from '../meta/graph.js';
import { fetchProfileFields, readName } from '../meta/profile.js';
import { sendThroughGraph, showTypingThroughGraph } from '../meta/send.js';
import { renderMessenger } from './render.js';

export interface MessengerOptions {
  readonly graph: GraphClient;
  /** `META_GRAPH_URL`: `https://graph.facebook.com`, or what stands in for it. */
  readonly baseUrl: string;
  /** Of the Graph API; default {@link GRAPH_VERSION}. */
  readonly version?: string;
}

/** Messages of Facebook pages. An account's id is the page's, its token the page access token. */
export function createMessengerChannel({ graph, baseUrl, version }: MessengerOptions): Channel {
  const endpoint = { baseUrl, version: version ?? GRAPH_VERSION };
  return {
    name: 'messenger',
    capabilities: capabilities.messenger,
    send: (message, recipient, signal) =>
      sendThroughGraph(graph, endpoint, recipient, renderMessenger(message, recipient.contactId), signal),
    showTyping: (recipient, signal) => showTypingThroughGraph(graph, endpoint, recipient, signal),
    async fetchProfile(recipient, signal) {
      const wanted = ['first_name', 'last_name'];
      const fields = await fetchProfileFields(graph, endpoint, recipient, wanted, signal);
      const firstName = readName(fields['first_name']);
      const names = [firstName, readName(fields['last_name'])].filter((name) => name !== null);
      return { firstName, name: names.length === 0 ? null : names.join(' ') };
    },
  };
}
