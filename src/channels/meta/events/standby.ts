import type { ParsedContent } from '../../channel.js';
import type { Reading } from './item.js';

/**
 * What something means while another app owns the thread: words and presses are observed and never answered. Receipts,
 * reactions, unsent messages and comments ask for no answer here, and mean what they always mean.
 */
export function observe(reading: Reading): Reading {
  if ('reason' in reading) return reading;
  const content = observed(reading.content);
  return content === reading.content ? reading : { key: `standby:${reading.key}`, content };
}

function observed(content: ParsedContent): ParsedContent {
  switch (content.kind) {
    case 'messageReceived':
    case 'messageEdited':
      return standby(content, content.text, true);
    case 'postbackReceived':
      return standby(content, content.title, true);
    case 'referralReceived':
      return standby(content, '', true);
    case 'messageEchoed':
      return standby(content, content.text, false);
    case 'platformNoticed':
      return { ...content, type: `standby_${content.type}` };
    case 'optedIn':
      return standby(content, '', true);
    case 'threadControlChanged':
      // Told to those who look on: whoever received the thread, it is not us.
      return content.owner === 'us' ? { ...content, owner: 'other' } : content;
    default:
      return content;
  }
}

function standby(content: ParsedContent, text: string, byContact: boolean): ParsedContent {
  const id = 'platformMessageId' in content ? content.platformMessageId : null;
  return {
    kind: 'standbyObserved',
    occurredAt: content.occurredAt,
    ...(id === null ? {} : { platformMessageId: id }),
    text,
    byContact,
  };
}
