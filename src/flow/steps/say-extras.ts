import { z } from 'zod';
import { capabilities } from '../../core/channel.js';
import type { ButtonTemplate, CardTemplate, SayExtras, Template } from '../../core/flow.js';
import { mediaKinds } from '../../core/message.js';
import { checkExtras } from '../check/check-extras.js';
import { checkCardText, checkTemplateTitle } from '../check/check-length.js';
import { replyTitleLimit } from '../check/reply-limits.js';
import { duration, mapping, refuse, writtenLike } from '../shape/values.js';
import { buttonTitle, deedShape, readButton } from './buttons.js';
import type { StepReading } from './step.js';
import { spoken } from '../translation/spoken.js';

/** Longer, and the indicator is gone before the message is there. */
const LONGEST_TYPING = 20_000;

export const typing = duration.transform((value, context) =>
  value <= LONGEST_TYPING
    ? value
    : refuse(context, {
        code: 'bad-typing',
        message: 'Nobody waits that long for a line: typing is shown for up to 20s.',
        hint: 'Write typing: 2s',
      }),
);

/** Platforms fetch what is shown, and only from where nobody can change it on the way. */
const mediaAddress = z
  .string()
  .transform((written, context) => {
    const address = written.trim();
    if (address.includes('{{')) {
      return refuse(context, {
        code: 'placeholder-not-here',
        message: 'An address is taken as it is: it takes no {{ }}.',
      });
    }
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url?.protocol !== 'https:') {
      return refuse(context, {
        code: 'media-not-https',
        message: 'What is shown has an address that begins with https://.',
        hint: 'Put the file on the web, and write its address in full.',
      });
    }
    return url.username === '' && url.password === ''
      ? url.href
      : refuse(context, {
          code: 'secret-in-file',
          message: 'This address carries a user name or a password.',
        });
  })
  .meta(writtenLike('^\\s*https://[^\\s{]+\\s*$', 'What is shown has an address that begins with https://.'));

const button = mapping({ title: buttonTitle, ...deedShape });

const card = mapping({
  title: spoken,
  text: spoken.optional(),
  image: mediaAddress.optional(),
  button: buttonTitle,
  ...deedShape,
});

export const extrasShape = {
  image: mediaAddress.optional(),
  video: mediaAddress.optional(),
  audio: mediaAddress.optional(),
  file: mediaAddress.optional(),
  alt: spoken.optional(),
  cards: z.array(card).min(1).optional(),
  buttons: z.array(button).min(1).optional(),
  quick_replies: z.array(spoken).min(1).optional(),
  typing: typing.optional(),
};

type Written = z.output<z.ZodObject<typeof extrasShape>> & { readonly link?: string | undefined };
type WrittenCard = z.output<typeof card>;

/** What stands beside the text; what is not there is left out, so that a plain text is stored as it always was. */
export function readExtras(written: Written, step: StepReading): SayExtras {
  const extras: SayExtras = {
    ...readMedia(written, step),
    ...(written.cards && { cards: written.cards.map((one, index) => readCard(one, index, step)) }),
    ...(written.buttons && { buttons: readButtons(written.buttons, step) }),
    ...(written.quick_replies && { quickReplies: readQuickReplies(written.quick_replies, step) }),
    ...(written.typing !== undefined && { typing: written.typing }),
  };
  checkExtras(
    {
      hasLink: written.link !== undefined,
      buttons: written.buttons ?? [],
      cards: written.cards ?? [],
      quickReplies: written.quick_replies ?? [],
      // Also one whose address is wrong: that is said, and nothing else follows from it.
      media: mediaKinds.filter((kind) => step.node(kind) !== undefined),
      hasAlt: written.alt !== undefined,
    },
    (...path) => step.place(...path),
    step,
  );
  return extras;
}

function readMedia(written: Written, step: StepReading): Pick<SayExtras, 'media'> {
  const kind = mediaKinds.find((one) => written[one] !== undefined);
  const url = kind && written[kind];
  return kind === undefined || url === undefined ? {} : { media: { kind, url, alt: step.speech('alt') } };
}

function readButtons(written: NonNullable<Written['buttons']>, step: StepReading): readonly ButtonTemplate[] {
  return written.flatMap((one, index) => readButton(one, ['buttons', index], 'title', step) ?? []);
}

function readCard(written: WrittenCard, index: number, step: StepReading): CardTemplate {
  const at = ['cards', index] as const;
  const title = step.speech(...at, 'title');
  checkTemplateTitle(title, (channel) => capabilities[channel].cards.title, step.place(...at, 'title'), step);
  const said = step.speech(...at, 'text');
  checkCardText(said, step.place(...at, 'text'), step);
  const { image = null, link, flow, call, button: pressed } = written;
  const hasButton = [link, flow, call, pressed].some((part) => part !== undefined);
  return {
    title,
    text: said,
    image,
    button: hasButton ? readButton(written, at, 'button', step) : null,
  };
}

function readQuickReplies(written: readonly string[], step: StepReading): readonly Template[] {
  return written.map((_, index) => {
    const title = step.speech('quick_replies', index);
    const place = step.place('quick_replies', index);
    checkTemplateTitle(title, (channel) => replyTitleLimit(channel, written.length), place, step);
    return title;
  });
}
