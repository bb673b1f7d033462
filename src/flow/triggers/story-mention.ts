import { z } from 'zod';
import { anything, defineTrigger } from './trigger.js';

export const storyMentionTrigger = defineTrigger({
  name: 'story_mention',
  meaning: `The contact mentioned you in a story of their own.`,
  example: `flow: thanks
start:
  - story_mention: any
steps:
  - say: Thank you for sharing us! That made our day.
  - outcome: thanked
`,
  chat: `- story_mention: any
- bot: Thank you for sharing us
`,
  shape: { story_mention: z.literal(anything) },
  read: (_written, trigger) => {
    trigger.starts('story_mention', [anything], 'story_mention');
    return { kind: 'story_mention' };
  },
});
