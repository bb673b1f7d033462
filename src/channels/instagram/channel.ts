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
import { careForInstagram } from './care.js';
import { renderInstagram } from './render.js';

/** The app that Instagram’s own inbox is (platforms reference §3.2). */
const inboxApp = '1217981644879628';

export interface InstagramOptions {
  readonly graph: GraphClient;
  /** `INSTAGRAM_GRAPH_URL`: `https://graph.instagram.com`, or what stands in for it; for accounts by Instagram Login. */
  readonly instagramUrl: string;
  /** `META_GRAPH_URL`: `https://graph.facebook.com`, or what stands in for it; for accounts by Facebook Login. */
  readonly facebookUrl: string;
  /** Of the Graph API; default {@link GRAPH_VERSION}. */
  readonly version?: string;
  /** Of the calls that catch up; default: as fast as the platform lets them. */
  readonly pacer?: Pacer;
  /** Where and how what was sent along is fetched; default: from Meta's own stores. */
  readonly media?: MediaRules;
}

/**
 * Direct messages of professional accounts. An account's id is the Instagram professional account's. It is connected in
 * one of two ways, which differ in host, token and node (see {@link connectTo}).
 */
export function createInstagramChannel(options: InstagramOptions): Channel {
  const { graph, pacer = conversationsPacer(), media = { allows: isMetaMedia } } = options;
  const connect = (account: AccountAccess): Connection => connectTo(account, options);
  return {
    name: 'instagram',
    capabilities: capabilities.instagram,
    send: (message, recipient, signal) => {
      const { basis, body } = message;
      const connection = connect(recipient);
      if (basis.kind === 'public_reply') {
        const reply = { commentId: basis.commentId, edge: 'replies', text: body.text } as const;
        return replyInPublic(graph, connection, reply, signal);
      }
      const request = renderInstagram(message, recipient.contactId);
      return sendDirectly(graph, connection, { request, basis }, signal);
    },
    showTyping: (recipient, signal) =>
      showTypingThroughGraph(graph, connect(recipient), recipient.contactId, signal),
    async fetchProfile(recipient, signal) {
      const fields = await fetchProfileFields(graph, connect(recipient), {
        contactId: recipient.contactId,
        fields: ['name'],
        signal,
      });
      const name = readName(fields['name']);
      // Instagram tells one name, as its owner wrote it.
      return { firstName: name?.split(/\s+/)[0] ?? null, name };
    },
    care: careForInstagram(graph, connect),
    threadControl: createThreadControl(graph, connect, inboxApp),
    openMedia: ({ url }, signal) => openAddress(url, media, signal),
    catchUp: createCatchUp({ graph, connect, platform: 'instagram', pacer }),
  };
}

/**
 * Instagram Login: the Instagram account itself, by its user token, at graph.instagram.com. Facebook Login, where a page
 * is named: that page, by its page token, at graph.facebook.com; Meta refuses the Instagram node there with code 3.
 *
 * Source: Meta, Instagram Platform, overview (platforms reference §4.1).
 */
function connectTo(
  { accountId, page, token }: AccountAccess,
  { instagramUrl, facebookUrl, version = GRAPH_VERSION }: InstagramOptions,
): Connection {
  return page === undefined
    ? { endpoint: { baseUrl: instagramUrl, version }, node: accountId, accountId, token }
    : { endpoint: { baseUrl: facebookUrl, version }, node: page, accountId, token };
}
