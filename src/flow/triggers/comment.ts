import { oneOrMore, text } from '../shape/values.js';
import { anything, defineTrigger } from './trigger.js';
import type { TriggerReading } from './trigger.js';

const allPosts = 'all';

/** Shorter than what any platform takes as a comment, in characters. */
const LONGEST_REPLY = 300;

export const commentTrigger = defineTrigger({
  name: 'comment',
  meaning: `A comment under a post with one of these words anywhere in it, or \`any\`. The flow's first message is the
private reply to it; what follows can only be said once the contact has answered, so ask for an answer with it. One
comment per person and post is answered. \`posts\` names posts by their ids; \`reply_publicly\` are answers under the
comment, which take turns.`,
  example: `flow: checklist
start:
  - comment: [checklist, list]
    posts: all
    reply_publicly:
      - Sent! Check your messages.
      - It is in your inbox now.
steps:
  - ask: "Here is the checklist: example.com/checklist. Shall we walk through it together?"
    save: wish
  - outcome: answered
`,
  chat: `- comment: The checklist, please!
- bot: Here is the checklist
- public: any
- me: yes please
`,
  shape: {
    comment: oneOrMore(text),
    posts: oneOrMore(text).optional(),
    reply_publicly: oneOrMore(text).optional(),
  },
  read: (written, trigger) => {
    const posts = readPosts(written.posts);
    const words = isAnything(written.comment) ? [] : written.comment;
    trigger.starts('comment', written.comment, 'comment');
    return {
      kind: 'comment',
      words,
      posts,
      publicReplies: readReplies(written.reply_publicly ?? [], trigger),
    };
  },
});

function readPosts(written: readonly string[] | undefined): readonly string[] | null {
  return written === undefined || (written.length === 1 && written[0] === allPosts) ? null : written;
}

function isAnything(written: readonly string[]): boolean {
  return written.length === 1 && written[0] === anything;
}

function readReplies(written: readonly string[], trigger: TriggerReading): readonly string[] {
  return written.map((reply, index) => {
    const shown = trigger.literal('reply_publicly', index) || trigger.literal('reply_publicly');
    if (reply.length > LONGEST_REPLY) {
      const place = trigger.place('reply_publicly', index);
      trigger.report.error(
        place,
        'long-public-reply',
        `A public reply may have up to ${LONGEST_REPLY} characters, and has ${reply.length}.`,
      );
    }
    return shown;
  });
}
