import { oneOrMore, text } from '../shape/values.js';
import { passing, to } from '../compile/step-state.js';
import { defineStep } from './step.js';

export const untagStep = defineStep({
  verb: 'untag',
  meaning: `Takes one tag or several off the contact; one that they do not have stays off.`,
  example: `flow: leave_club
start:
  - keyword: leave the club
steps:
  - untag: [vip, spring]
  - say: Done. The door stays open.
  - outcome: left
`,
  shape: { untag: oneOrMore(text) },
  read: ({ untag }, step) => ({ verb: 'untag', path: step.path, tags: untag }),
  state: ({ path, tags }, next) => passing(path, [{ type: 'removeTags', params: { tags } }], [to(next)]),
});
