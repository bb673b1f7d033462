import { oneOrMore, text } from '../shape/values.js';
import { anything, defineTrigger } from './trigger.js';

export const storyReplyTrigger = defineTrigger({
  name: 'story_reply',
  meaning: `An answer to one of your stories: \`any\`, or one with one of these words in it. A keyword in the answer goes
first.`,
  example: `flow: story
start:
  - story_reply: any
steps:
  - say: Glad that you liked it!
  - outcome: answered
`,
  chat: `- story_reply: wow
- bot: Glad that you liked it
`,
  shape: { story_reply: oneOrMore(text) },
  read: ({ story_reply: written }, trigger) => {
    trigger.starts('story_reply', written, 'story_reply');
    const isAny = written.length === 1 && written[0] === anything;
    return isAny ? { kind: 'story_reply' } : { kind: 'story_reply', words: written };
  },
});
