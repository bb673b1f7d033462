import { z } from 'zod';
import { anything, defineTrigger } from './trigger.js';

export const outsideHoursTrigger = defineTrigger({
  name: 'outside_hours',
  meaning: `Any message outside of the workspace's office hours that nothing more specific takes; once per contact until
you have been open again.`,
  example: `flow: after_hours
start:
  - outside_hours: any
steps:
  - say: We are closed, and back in the morning. Write GUIDE to get the guide right now.
  - outcome: told
`,
  chat: `- me: anybody there?
- bot: any
- silence: 12h
- me: anybody there now?
- bot: We are closed
- me: a pity
- bot: any
`,
  shape: { outside_hours: z.literal(anything) },
  read: (_written, trigger) => {
    trigger.starts('outside_hours', [anything], 'outside_hours');
    return { kind: 'outside_hours' };
  },
});
