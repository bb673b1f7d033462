import { type FakeAnswer, type FakeRequest, good, refused } from './fake-request.js';
import { sendBodyOf } from './fake-send.js';
import type { MetaChannel } from './fake-accounts.js';

const hour = 3_600_000;
const day = 24 * hour;

/** A message as the Conversations API tells it. */
export interface KeptMessage {
  readonly id: string;
  /** The account, or the contact. */
  readonly by: 'us' | 'contact';
  readonly text?: string;
  /** Epoch ms. */
  readonly at: number;
  /** More fields of the message, such as `attachments`, `shares` and `story`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

interface Comment {
  readonly by: string;
  readonly at: number;
}

interface Conversation {
  readonly contactId: string;
  readonly messages: KeptMessage[];
}

/**
 * What the platform knows of threads and comments, as far as a test tells: whom may be written to at what time, which
 * comment has had its one private reply, and what was said.
 */
export class FakeThreads {
  readonly #wroteAt = new Map<string, number>();
  readonly #comments = new Map<string, Comment>();
  readonly #answered = new Set<string>();
  readonly #conversations = new Map<string, Map<string, Conversation>>();

  /** From now on the contact's reply window counts; of whom this is never said may always be written to. */
  contactWrote(contactId: string, at: number): void {
    this.#wroteAt.set(contactId, at);
  }

  commented(commentId: string, comment: Comment): void {
    this.#comments.set(commentId, comment);
  }

  /** Who wrote a comment, as direct messages know them. */
  authorOf(commentId: string): string {
    return this.#comments.get(commentId)?.by ?? `author_of_${commentId}`;
  }

  /** Why a message may not be sent now; null: it may (platforms reference §3.3, §5.2, §9.1). */
  refusal({ body, contactId, at }: FakeRequest, channel: MetaChannel): FakeAnswer | null {
    const { recipient, tag } = sendBodyOf(body);
    if (recipient?.comment_id !== undefined) return this.#privateReplyRefusal(recipient.comment_id, at);
    if (recipient?.notification_messages_token !== undefined) return null;
    const wrote = this.#wroteAt.get(contactId ?? '');
    const lasts = tag === 'HUMAN_AGENT' ? 7 * day : day;
    if (wrote === undefined || at - wrote <= lasts) return null;
    return refused(10, channel === 'instagram' ? 2534022 : 2018278);
  }

  #privateReplyRefusal(commentId: string, at: number): FakeAnswer | null {
    const comment = this.#comments.get(commentId);
    const isLate = comment !== undefined && at - comment.at > 7 * day;
    return isLate || this.#answered.has(commentId) ? refused(10, 2534025) : null;
  }

  /** A message of ours has reached its contact. */
  delivered(node: string, contactId: string, { body, at }: FakeRequest, id: string): void {
    const { recipient, message } = sendBodyOf(body);
    if (recipient?.comment_id !== undefined) this.#answered.add(recipient.comment_id);
    this.keep(node, contactId, { id, by: 'us', at, text: message?.text ?? '' });
  }

  keep(node: string, contactId: string, message: KeptMessage): void {
    const conversations = this.#conversations.get(node) ?? new Map<string, Conversation>();
    const conversation = conversations.get(contactId) ?? { contactId, messages: [] };
    conversation.messages.push(message);
    conversations.set(contactId, conversation);
    this.#conversations.set(node, conversations);
  }

  /** `GET /{node}/conversations`: the last to be added to first, page by page, of each its last twenty messages. */
  list(node: string, ownId: string, query: URLSearchParams): FakeAnswer {
    const all = [...(this.#conversations.get(node)?.values() ?? [])].sort(
      (a, b) => updatedAt(b) - updatedAt(a),
    );
    const from = Number(query.get('after') ?? 0);
    const to = from + Number(query.get('limit') ?? 25);
    return good({
      data: all.slice(from, to).map((conversation) => tellConversation(conversation, ownId)),
      paging: {
        cursors: { before: String(from), after: String(to) },
        ...(to < all.length ? { next: 'https://graph.facebook.com/next' } : {}),
      },
    });
  }
}

function updatedAt({ messages }: Conversation): number {
  return Math.max(0, ...messages.map(({ at }) => at));
}

function tellConversation(conversation: Conversation, ownId: string): object {
  const { contactId, messages } = conversation;
  const latest = [...messages].sort((a, b) => b.at - a.at).slice(0, 20);
  return {
    id: `t_${contactId}`,
    updated_time: graphTime(updatedAt(conversation)),
    messages: {
      data: latest.map(({ id, by, text = '', at, extra }) => ({
        id,
        created_time: graphTime(at),
        from: { id: by === 'us' ? ownId : contactId },
        to: { data: [{ id: by === 'us' ? contactId : ownId }] },
        message: text,
        ...extra,
      })),
    },
  };
}

/** As the Graph API writes a moment: whole seconds, and no colon in the offset. */
function graphTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');
}
