import { capabilities } from '../../core/channel.js';
import { measureText } from '../../core/channel-capabilities.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { ChannelCapabilities, TextLimit } from '../../core/channel-capabilities.js';
import type { MessageBody } from '../../core/message.js';
import { replyTitleLimit } from '../check/reply-limits.js';
import { buttonsIn, titleOf } from './offers.js';

/** What of a message its channel cannot carry, each in a sentence; empty: it fits. */
export function findMisfits(body: MessageBody, channel: SupportedChannel): readonly string[] {
  const limits = capabilities[channel];
  const misfits = [
    ...misfitText(body, limits),
    ...misfitButtons(body, limits),
    ...misfitCards(body, limits),
    ...misfitReplies(body, channel),
    ...misfitMixture(body, limits),
  ];
  return misfits.map((misfit) => `On ${channel}, ${misfit}.`);
}

function misfitText(body: MessageBody, { linkText, media, text }: ChannelCapabilities): readonly string[] {
  const hasButtons = body.link !== undefined || body.buttons !== undefined;
  const carriesBoth = body.text === '' || media.caption !== null;
  return [
    ...tooLong('the text', body.text, hasButtons ? linkText : text),
    ...(body.media !== undefined && !media.kinds.includes(body.media.kind)
      ? [`it has no ${body.media.kind}`]
      : []),
    ...(body.media !== undefined && !carriesBoth ? ['a medium has no text beside it'] : []),
    ...(body.cards !== undefined && body.text !== '' ? ['cards have no text beside them'] : []),
  ];
}

function misfitButtons(body: MessageBody, { buttons: limits }: ChannelCapabilities): readonly string[] {
  const titles = [...(body.link ? [body.link.label] : []), ...buttonsIn(body).map(titleOf)];
  const payloads = buttonsIn(body).flatMap((button) => (button.kind === 'postback' ? [button.payload] : []));
  // Where there are no buttons a link stands in the text.
  const count = (body.buttons ?? []).length + (body.link && limits.most > 0 ? 1 : 0);
  return [
    ...titles.flatMap((title) => tooLong('the button', title, limits.title)),
    ...payloads.flatMap((payload) => tooLong('the name of the button', payload, limits.payload)),
    ...tooMany('buttons', count, limits.most),
    ...(!limits.canCall && buttonsIn(body).some(({ kind }) => kind === 'call') ? ['no button can call'] : []),
  ];
}

function misfitCards({ cards = [] }: MessageBody, { cards: limits }: ChannelCapabilities): readonly string[] {
  return [
    ...cards.flatMap(({ title }) => tooLong('the card', title, limits.title)),
    ...cards.flatMap(({ text }) => tooLong('the text of the card', text, limits.text)),
    ...tooMany('cards', cards.length, limits.most),
  ];
}

function misfitReplies({ quickReplies = [] }: MessageBody, channel: SupportedChannel): readonly string[] {
  const limits = capabilities[channel].quickReplies;
  const title = replyTitleLimit(channel, quickReplies.length);
  return [
    ...quickReplies.flatMap((reply) => tooLong('the choice', reply.title, title)),
    ...quickReplies.flatMap(({ payload }) => tooLong('the name of the choice', payload, limits.payload)),
    ...tooMany('choices', quickReplies.length, limits.most),
  ];
}

/** Where one kind of thing stands under a text, another beside it is refused. */
function misfitMixture(
  { link, buttons = [], quickReplies = [] }: MessageBody,
  { mixesButtons }: ChannelCapabilities,
): readonly string[] {
  const hasLink = link !== undefined || buttons.some(({ kind }) => kind === 'link');
  const hasOthers = buttons.some(({ kind }) => kind !== 'link');
  const kinds = [hasLink, hasOthers, quickReplies.length > 0].filter(Boolean).length;
  return mixesButtons || kinds <= 1 ? [] : ['a link, buttons and choices do not stand under one text'];
}

function tooMany(what: string, count: number, most: number): readonly string[] {
  return count > most ? [`it has ${count} ${what} of at most ${most}`] : [];
}

function tooLong(what: string, text: string, limit: TextLimit): readonly string[] {
  const size = measureText(text, limit);
  return size > limit.size ? [`${what} “${text}” is too long: ${size} of ${limit.size} ${limit.unit}`] : [];
}
