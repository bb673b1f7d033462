import { capabilities, measureText } from '../../core/channel.js';
import type { SupportedChannel, TextLimit } from '../../core/channel.js';
import type { MessageBody } from '../../core/message.js';

/** What of a message its channel cannot carry, each in a sentence; empty: it fits. */
export function findMisfits(body: MessageBody, channel: SupportedChannel): readonly string[] {
  const { text, linkText, linkLabel, quickReplies } = capabilities[channel];
  const replies = body.quickReplies ?? [];
  return [
    ...tooLong('the text', body.text, body.link ? linkText : text),
    ...(body.link ? tooLong('the button', body.link.label, linkLabel) : []),
    ...replies.flatMap(({ title }) => tooLong('the choice', title, quickReplies.title)),
    ...replies.flatMap(({ payload }) => tooLong('the name of the choice', payload, quickReplies.payload)),
    ...(replies.length > quickReplies.most
      ? [`it has ${replies.length} choices of at most ${quickReplies.most}`]
      : []),
  ].map((misfit) => `On ${channel}, ${misfit}.`);
}

function tooLong(what: string, text: string, limit: TextLimit): readonly string[] {
  const size = measureText(text, limit);
  return size > limit.size ? [`${what} “${text}” is too long: ${size} of ${limit.size} ${limit.unit}`] : [];
}
