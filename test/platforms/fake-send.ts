import type { FakeRequest } from './fake-request.js';

/** One message that was posted to the Send API, in words that tests are about. */
export interface FakeSend {
  readonly at: number;
  readonly accountId: string;
  /** Of a private reply: who wrote the comment, as direct messages know them. */
  readonly contactId: string;
  readonly token: string | null;
  /** Of a link, the words above its button. */
  readonly text: string;
  readonly quickReplies: readonly { readonly title: string; readonly payload: string }[];
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly metadata: string | null;
  /** The comment that it answers in private; null: it answers none. */
  readonly commentId: string | null;
  /** `HUMAN_AGENT`; null: it says nothing of the kind. */
  readonly tag: string | null;
  readonly messageId: string;
  /** Whether the contact got it, whatever was answered. */
  readonly delivered: boolean;
  /** Whole request body, for what is not named above. */
  readonly body: unknown;
}

/** One answer to a comment that everybody reads. */
export interface FakePublicReply {
  readonly at: number;
  readonly commentId: string;
  readonly text: string;
  readonly token: string | null;
  readonly id: string;
  readonly delivered: boolean;
}

/** The part of a Send API request that the fake looks at. */
export interface SendBody {
  readonly recipient?: {
    readonly id?: string;
    readonly comment_id?: string;
    readonly notification_messages_token?: string;
  };
  readonly tag?: string;
  readonly message?: Message;
  readonly sender_action?: string;
  /** WhatsApp's requests say so; they have rules of their own. */
  readonly messaging_product?: string;
}

interface Message {
  readonly text?: string;
  readonly metadata?: string;
  readonly quick_replies?: readonly { readonly title: string; readonly payload: string }[];
  readonly attachment?: { readonly payload: ButtonTemplate };
}

interface ButtonTemplate {
  readonly text?: string;
  readonly buttons?: readonly { readonly title: string; readonly url: string }[];
}

export function sendBodyOf(body: unknown): SendBody {
  return (body as SendBody | null) ?? {};
}

export function recipientOf(body: unknown): string | null {
  return sendBodyOf(body).recipient?.id ?? null;
}

/** A sign such as "typing", which is no message: it has no id, and nobody reads it. */
export function isSenderAction(body: unknown): boolean {
  return sendBodyOf(body).sender_action !== undefined;
}

export function toSend(request: FakeRequest, messageId: string, delivered: boolean): FakeSend {
  const { at, accountId, contactId, token, body } = request;
  const { message = {}, recipient, tag } = sendBodyOf(body);
  return {
    at,
    accountId,
    contactId: contactId ?? '',
    token,
    ...shownIn(message),
    commentId: recipient?.comment_id ?? null,
    tag: tag ?? null,
    messageId,
    delivered,
    body,
  };
}

function shownIn(message: Message): Pick<FakeSend, 'text' | 'quickReplies' | 'link' | 'metadata'> {
  const template = message.attachment?.payload;
  const button = template?.buttons?.[0];
  return {
    text: message.text ?? template?.text ?? '',
    quickReplies: (message.quick_replies ?? []).map(({ title, payload }) => ({ title, payload })),
    link: button === undefined ? null : { label: button.title, url: button.url },
    metadata: message.metadata ?? null,
  };
}
