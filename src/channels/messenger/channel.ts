import { capabilities } from '../../core/channel.js';
import type { AccountAccess, Channel } from '../channel.js';
import { conversationsPacer, createCatchUp } from '../meta/catch-up.js';
import type { Connection } from '../meta/connection.js';
import { GRAPH_VERSION, type GraphClient } from '../meta/graph.js';
import { isMetaMedia } from '../meta/media-hosts.js';
import { fetchProfileFields, readName } from '../meta/profile.js';
import { replyInPublic, sendDirectly, showTypingThroughGraph } from '../meta/send.js';
import { createThreadControl } from '../meta/thread-control.js';
import { type MediaRules, openAddress } from '../open-media.js';
import type { Pacer } from '../pacer.js';
import { careForPages } from './care.js';
import { renderMessenger } from './render.js';

/** The app that the page’s own inbox is (platforms reference §3.2). */
const inboxApp = '263902037430900';

export interface MessengerOptions {
  readonly graph: GraphClient;
  /** `META_GRAPH_URL`: `https://graph.facebook.com`, or what stands in for it. */
  readonly baseUrl: string;
  /** Of the Graph API; default {@link GRAPH_VERSION}. */
  readonly version?: string;
  /** Of the calls that catch up; default: as fast as the platform lets them. */
  readonly pacer?: Pacer;
  /** Where and how what was sent along is fetched; default: from Meta's own stores. */
  readonly media?: MediaRules;
}

/** Messages of Facebook pages. An account's id is the page's, its token the page access token. */
export function createMessengerChannel(options: MessengerOptions): Channel {
  const { graph, baseUrl, version, pacer = conversationsPacer(), media = { allows: isMetaMedia } } = options;
  const endpoint = { baseUrl, version: version ?? GRAPH_VERSION };
  const connect = ({ accountId, token }: AccountAccess): Connection => {
    return { endpoint, node: accountId, accountId, token };
  };
  return {
    name: 'messenger',
    capabilities: capabilities.messenger,
    send: (message, recipient, signal) => {
      const { basis, body } = message;
      const connection = connect(recipient);
      if (basis.kind === 'public_reply') {
        const reply = { commentId: basis.commentId, edge: 'comments', text: body.text } as const;
        return replyInPublic(graph, connection, reply, signal);
      }
      const request = renderMessenger(message, recipient.contactId);
      return sendDirectly(graph, connection, { request, basis }, signal);
    },
    showTyping: (recipient, signal) =>
      showTypingThroughGraph(graph, connect(recipient), recipient.contactId, signal),
    async fetchProfile(recipient, signal) {
      const fields = await fetchProfileFields(graph, connect(recipient), {
        contactId: recipient.contactId,
        fields: ['first_name', 'last_name'],
        signal,
      });
      const firstName = readName(fields['first_name']);
      const names = [firstName, readName(fields['last_name'])].filter((name) => name !== null);
      return { firstName, name: names.length === 0 ? null : names.join(' ') };
    },
    care: careForPages(graph, connect),
    threadControl: createThreadControl(graph, connect, inboxApp),
    openMedia: ({ url }, signal) => openAddress(url, media, signal),
    catchUp: createCatchUp({ graph, connect, platform: 'messenger', pacer }),
  };
}
