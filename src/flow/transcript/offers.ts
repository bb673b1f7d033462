import type { MessageBody, MessageButton, QuickReply } from '../../core/message.js';

/** Something that can be tapped. */
export interface Offer extends QuickReply {
  readonly by: 'quick_reply' | 'button';
}

/** What these messages offer: quick replies of the last that has any, buttons of all. Links and calls lead out of the chat. */
export function offersOf(bodies: readonly MessageBody[]): readonly Offer[] {
  const replies = bodies.findLast(({ quickReplies }) => quickReplies !== undefined)?.quickReplies ?? [];
  return [
    ...replies.map((reply): Offer => ({ ...reply, by: 'quick_reply' })),
    ...bodies.flatMap(buttonsIn).flatMap((button) => (button.kind === 'postback' ? [toOffer(button)] : [])),
  ];
}

/** The buttons of a message and of its cards; its own link is none of them. */
export function buttonsIn({ buttons = [], cards = [] }: MessageBody): readonly MessageButton[] {
  return [...buttons, ...cards.flatMap(({ button }) => button ?? [])];
}

/** What stands on a button. */
export function titleOf(button: MessageButton): string {
  return button.kind === 'link' ? button.link.label : button.title;
}

function toOffer({ title, payload }: QuickReply): Offer {
  return { title, payload, by: 'button' };
}
