import type { ParsedUpdate } from '../channels/channel.js';
import { recogniseCommand } from '../core/command.js';

/** Whether a contact wants to be left alone, as it is seen before anything is decided: such updates go before all others. */
export function isStop({ content }: ParsedUpdate): boolean {
  if (content.kind === 'preferenceChanged') return content.change === 'stop';
  if (content.kind !== 'messageReceived' || content.quickReply !== null) return false;
  return recogniseCommand(content.text, [], ['stop']) !== null;
}
