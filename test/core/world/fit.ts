import { expect } from 'vitest';
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
  if (body.media === undefined && body.cards === undefined) expect(body.text.trim()).not.toBe('');
  if (body.isPublic || body.template !== undefined) return;
  within(body.text, isUnderText(body, limits) ? limits.linkText : limits.text);
  fitsReplies(body, limits);
  fitsButtons(body, limits);
  expect(body.cards?.length ?? 0).toBeLessThanOrEqual(limits.cards.most);
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
  expect(quickReplies.length).toBeGreaterThan(0);
  expect(quickReplies.length).toBeLessThanOrEqual(limits.most);
  for (const { payload } of quickReplies) within(payload, limits.payload);
  const isList = limits.list !== undefined && quickReplies.length > limits.list.above;
  expect(listLabel !== undefined).toBe(isList);
  if (limits.list !== undefined && listLabel !== undefined) within(listLabel, limits.list.label);
}

function fitsButtons(
  { buttons = [], link, cards = [] }: MessageBody,
  { buttons: limits }: ChannelCapabilities,
) {
  const all = [...buttons, ...cards.flatMap(({ button }) => button ?? [])];
  // Where there are no buttons a link stands in the text.
  expect(buttons.length + (link && limits.most > 0 ? 1 : 0)).toBeLessThanOrEqual(limits.most);
  if (!limits.canCall) expect(all.filter(({ kind }) => kind === 'call')).toEqual([]);
  for (const button of all) if (button.kind === 'postback') within(button.payload, limits.payload);
}

function fitsMedia({ media, text, quickReplies, buttons, link }: MessageBody, limits: ChannelCapabilities) {
  expect(limits.media.kinds).toContain(media?.kind);
  if (text !== '') {
    expect(limits.media.captioned).toContain(media?.kind);
    within(text, limits.media.caption ?? { size: 0, unit: 'characters' });
  }
  expect([buttons, link]).toEqual([undefined, undefined]);
  if (!limits.mixesButtons) expect(quickReplies).toBeUndefined();
}

/** A link, buttons that answer, quick replies: one kind at most, and of links one. */
function fitsKinds({ link, buttons = [], quickReplies = [] }: MessageBody) {
  const links = buttons.filter(({ kind }) => kind === 'link').length + (link === undefined ? 0 : 1);
  const answers = buttons.some(({ kind }) => kind === 'postback') ? 1 : 0;
  expect(links + answers + (quickReplies.length > 0 ? 1 : 0)).toBeLessThanOrEqual(1);
}

function within(text: string, limit: TextLimit): void {
  expect(measureText(text, limit)).toBeLessThanOrEqual(limit.size);
}
