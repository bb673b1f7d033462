import { capabilities, type SupportedChannel } from '../../../src/core/channel.js';
import {
  measureText,
  type ChannelCapabilities,
  type TextLimit,
} from '../../../src/core/channel-capabilities.js';
import type { MessageBody } from '../../../src/core/message.js';

/** Throws where one request of the channel does not carry the message. Titles are the renderers' to shorten. */
export function expectFit(body: MessageBody, channel: SupportedChannel): void {
  const limits = capabilities[channel];
  if (body.media === undefined && body.cards === undefined) hold(body.text.trim() !== '', 'no empty text');
  if (body.isPublic || body.template !== undefined) return;
  within(body.text, isUnderText(body, limits) ? limits.linkText : limits.text);
  fitsReplies(body, limits);
  fitsButtons(body, limits);
  hold((body.cards?.length ?? 0) <= limits.cards.most, 'no more cards');
  if (body.media !== undefined) fitsMedia(body, limits);
  if (!limits.mixesButtons) fitsKinds(body);
}

/** Whether something stands under the text that makes of it a message of another kind. */
function isUnderText({ link, buttons, quickReplies }: MessageBody, { mixesButtons }: ChannelCapabilities) {
  return link !== undefined || buttons !== undefined || (!mixesButtons && quickReplies !== undefined);
}

function fitsReplies(
  { quickReplies, listLabel }: MessageBody,
  { quickReplies: limits }: ChannelCapabilities,
) {
  if (quickReplies === undefined) return;
  hold(quickReplies.length > 0 && quickReplies.length <= limits.most, 'as many quick replies as fit');
  for (const { payload } of quickReplies) within(payload, limits.payload);
  const isList = limits.list !== undefined && quickReplies.length > limits.list.above;
  hold((listLabel !== undefined) === isList, 'a label where there is a list');
  if (limits.list !== undefined && listLabel !== undefined) within(listLabel, limits.list.label);
}

function fitsButtons(
  { buttons = [], link, cards = [] }: MessageBody,
  { buttons: limits }: ChannelCapabilities,
) {
  const all = [...buttons, ...cards.flatMap(({ button }) => button ?? [])];
  // Where there are no buttons a link stands in the text.
  hold(buttons.length + (link && limits.most > 0 ? 1 : 0) <= limits.most, 'as many buttons as fit');
  hold(limits.canCall || all.every(({ kind }) => kind !== 'call'), 'no button that calls');
  for (const button of all) if (button.kind === 'postback') within(button.payload, limits.payload);
}

function fitsMedia({ media, text, quickReplies, buttons, link }: MessageBody, limits: ChannelCapabilities) {
  if (media === undefined) return;
  hold(limits.media.kinds.includes(media.kind), 'a medium that it has');
  if (text !== '') {
    hold(limits.media.captioned.includes(media.kind), 'no caption where there can be none');
    within(text, limits.media.caption ?? { size: 0, unit: 'characters' });
  }
  hold(buttons === undefined && link === undefined, 'no buttons under a medium');
  hold(limits.mixesButtons || quickReplies === undefined, 'no quick replies under a medium');
}

/** A link, buttons that answer, quick replies: one kind at most, and of links one. */
function fitsKinds({ link, buttons = [], quickReplies = [] }: MessageBody) {
  const links = buttons.filter(({ kind }) => kind === 'link').length + (link === undefined ? 0 : 1);
  const answers = buttons.some(({ kind }) => kind === 'postback') ? 1 : 0;
  hold(links + answers + (quickReplies.length > 0 ? 1 : 0) <= 1, 'one kind under a text');
}

function within(text: string, limit: TextLimit): void {
  hold(measureText(text, limit) <= limit.size, `${limit.size} ${limit.unit} at most, not “${text}”`);
}

/** Every message of every history comes by here, so it costs as little as it can. */
function hold(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`The channel carries ${what}.`);
}
