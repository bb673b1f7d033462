import type { z } from 'zod';
import type { bodyAnswer, buttonAnswer, linkAnswer } from '../../contract/body.js';
import type { MessageBody, MessageButton, MessageLink } from '../../core/message.js';

type ShownBody = z.input<z.ZodObject<typeof bodyAnswer>>;

export function showBody(body: MessageBody, publicUrl: string): ShownBody {
  const { text, link, media, quickReplies = [], buttons = [], cards = [] } = body;
  return {
    text,
    quick_replies: quickReplies.map(({ title, payload }) => ({ title, payload })),
    link: link ? showLink(link, publicUrl) : null,
    buttons: buttons.map((button) => showButton(button, publicUrl)),
    media: media ?? null,
    cards: cards.map(({ title, text: said, image, button }) => ({
      title,
      text: said,
      image,
      button: button && showButton(button, publicUrl),
    })),
  };
}

function showLink({ label, code, target }: MessageLink, publicUrl: string): z.input<typeof linkAnswer> {
  return { label, url: `${publicUrl}/l/${code}`, leads_to: target };
}

function showButton(button: MessageButton, publicUrl: string): z.input<typeof buttonAnswer> {
  switch (button.kind) {
    case 'link':
      return { kind: 'link', ...showLink(button.link, publicUrl) };
    case 'postback':
      return { kind: 'postback', label: button.title, payload: button.payload };
    case 'call':
      return { kind: 'call', label: button.title, phone: button.phone };
  }
}
