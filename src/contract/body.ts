import { z } from 'zod';
import { mediaKinds } from '../core/message.js';

export const linkAnswer = z.object({ label: z.string(), url: z.string(), leads_to: z.string() });

export const buttonAnswer = z
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
