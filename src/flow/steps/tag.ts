import { oneOrMore, text } from '../shape/values.js';
import { passing, to } from '../compile/step-state.js';
import { defineStep } from './step.js';

export const tagStep = defineStep({
  verb: 'tag',
  meaning: `Puts one tag or several on the contact, for your own sorting and for conditions (\`tag: vip\`).`,
  example: `flow: vip
start:
  - keyword: vip
steps:
  - tag: [vip, spring]
  - say: Welcome to the club!
  - outcome: joined
`,
  shape: { tag: oneOrMore(text) },
  read: ({ tag }, step) => ({ verb: 'tag', path: step.path, tags: tag.map((one) => one.trim()) }),
  state: ({ path, tags }, next) => passing(path, [{ type: 'addTags', params: { tags } }], [to(next)]),
});
