import { capabilities } from '../../core/channel.js';
import type { Channel } from '../channel.js';

/**
 * The channel for trying flows out. Its page reads the story from the store, so that a message has arrived as soon as it
 * is recorded; its contacts are called by the names that they have there.
 */
export function createSimulatorChannel(): Channel {
  return {
    name: 'simulator',
    capabilities: capabilities.simulator,
    send: (message) => Promise.resolve({ kind: 'sent', platformMessageId: `simulator.${message.reference}` }),
    // The page sees a message that waits, and shows it as typing.
    showTyping: () => Promise.resolve(),
    fetchProfile: ({ contactId }) => Promise.resolve({ firstName: contactId, name: contactId }),
  };
}
