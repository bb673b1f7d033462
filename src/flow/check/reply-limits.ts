import { capabilities } from '../../core/channel.js';
import type { ChannelCapabilities, TextLimit } from '../../core/channel-capabilities.js';
import type { SupportedChannel } from '../../core/channel.js';

/** Of a title that does not stand on anything to be tapped, but in a text. */
const untold: TextLimit = { size: Infinity, unit: 'characters' };

/** How long the title of a quick reply may be, where so many stand under one message. */
export function replyTitleLimit(channel: SupportedChannel, count: number): TextLimit {
  const { most, title, list } = capabilities[channel].quickReplies;
  if (isNumbered(capabilities[channel], count)) return untold;
  return list !== undefined && count > list.above && count <= most ? list.title : title;
}

/** Whether so many stand as a numbered list in the text, because the channel has no other way for them. */
export function isNumbered({ quickReplies: { most, list } }: ChannelCapabilities, count: number): boolean {
  return most === 0 || (list !== undefined && count > most);
}

/** How long the text above quick replies may be: where they make a message of another kind of it, as long as above buttons. */
export function replyTextLimit({
  mixesButtons,
  quickReplies,
  linkText,
  text,
}: ChannelCapabilities): TextLimit {
  return mixesButtons || quickReplies.most === 0 ? text : linkText;
}
