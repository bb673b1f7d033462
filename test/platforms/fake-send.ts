import type { IncomingHttpHeaders } from 'node:http';
import type { Target } from './fault-plan.js';

/** One request as it arrived. */
export interface FakeRequest extends Target {
  /** When its head arrived, epoch ms. */
  readonly at: number;
  /** With the query. */
  readonly path: string;
  readonly version: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; null where there was none, or where it was never read. */
  readonly body: unknown;
}

/** One message that was posted to the Send API, in words that tests are about. */
export interface FakeSend {
  readonly at: number;
  readonly accountId: string;
  readonly contactId: string;
  readonly token: string | null;
  /** Of a link, the words above its button. */
  readonly text: string;
  readonly quickReplies: readonly { readonly title: string; readonly payload: string }[];
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly metadata: string | null;
  readonly messageId: string;
  /** Whether the contact got it, whatever was answered. */
  readonly delivered: boolean;
  /** Whole request body, for what is not named above. */
  readonly body: unknown;
}

/** The part of a Send API request that the fake looks at. */
interface SendBody {
  readonly recipient?: { readonly id?: string };
  readonly message?: Message;
  readonly sender_action?: string;
}

interface Message {
  readonly text?: string;
  readonly metadata?: string;
  readonly quick_replies?: readonly { readonly title: string; readonly payload: string }[];
  readonly attachment?: { readonly payload: ButtonTemplate };
}

interface ButtonTemplate {
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly url: string }[];
}

export function recipientOf(body: unknown): string | null {
  return (body as SendBody | null)?.recipient?.id ?? null;
}

/** A sign such as "typing", which is no message: it has no id, and nobody reads it. */
export function isSenderAction(body: unknown): boolean {
  return (body as SendBody | null)?.sender_action !== undefined;
}

export function toSend(request: FakeRequest, messageId: string, delivered: boolean): FakeSend {
  const { at, accountId, contactId, token, body } = request;
  return {
    at,
    accountId,
    contactId: contactId ?? '',
    token,
    ...shownIn((body as SendBody | null)?.message ?? {}),
    messageId,
    delivered,
    body,
  };
}

function shownIn(message: Message): Pick<FakeSend, 'text' | 'quickReplies' | 'link' | 'metadata'> {
  const template = message.attachment?.payload;
  const button = template?.buttons[0];
  return {
    text: message.text ?? template?.text ?? '',
    quickReplies: (message.quick_replies ?? []).map(({ title, payload }) => ({ title, payload })),
    link: button === undefined ? null : { label: button.title, url: button.url },
    metadata: message.metadata ?? null,
  };
}
