import { z } from 'zod';
import { mediaKinds } from '../../core/message.js';
import type { MessageBody, MessageButton, MessageLink } from '../../core/message.js';

const linkAnswer = z.object({ label: z.string(), url: z.string(), leads_to: z.string() });

const buttonAnswer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('link'), ...linkAnswer.shape }),
    z.object({ kind: z.literal('postback'), label: z.string(), payload: z.string() }),
    z.object({ kind: z.literal('call'), label: z.string(), phone: z.string() }),
  ])
  .meta({ id: 'Button' });

/** What a line of the story says and shows. */
export const bodyAnswer = {
  text: z.string().describe('Empty where the medium or the cards are the message.'),
  quick_replies: z.array(z.object({ title: z.string(), payload: z.string() })),
  link: linkAnswer.nullable(),
  buttons: z.array(buttonAnswer).describe('Under the text, after the link.'),
  media: z
    .object({ kind: z.enum(mediaKinds), url: z.string(), alt: z.string().describe('What it shows.') })
    .nullable(),
  cards: z.array(
    z.object({
      title: z.string(),
      text: z.string(),
      image: z.string().nullable(),
      button: buttonAnswer.nullable(),
    }),
  ),
};

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
