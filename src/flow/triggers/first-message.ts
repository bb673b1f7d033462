import { z } from 'zod';
import { anything, defineTrigger } from './trigger.js';

export const firstMessageTrigger = defineTrigger({
  name: 'first_message',
  meaning: `The first message that a contact ever writes, whatever it says, where nothing more specific takes it.`,
  example: `flow: hello
start:
  - first_message: any
steps:
  - say: Hello, and welcome! What can we do for you?
  - outcome: welcomed
`,
  chat: `- me: good morning
- bot: Hello, and welcome
- me: hm
- bot: any
`,
  shape: { first_message: z.literal(anything) },
  read: (_written, trigger) => {
    trigger.starts('first_message', [anything], 'first_message');
    return { kind: 'first_message' };
  },
});
