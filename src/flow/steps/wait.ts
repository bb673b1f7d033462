import { z } from 'zod';
import { waitingTag } from '../../core/flow.js';
import type { Template } from '../../core/flow.js';
import type { WaitGoal } from '../../core/wait-goal.js';
import { arrive, to } from '../compile/step-state.js';
import { pauseTo } from '../compile/way.js';
import { duration, mapping, text } from '../shape/values.js';
import { defineStep } from './step.js';
import { readUntil } from './wait-until.js';

export const waitStep = defineStep({
  verb: 'wait',
  meaning: `Waits, and goes on below by itself: for a time (\`wait: 2h\`), until a moment of the week or the day
(\`until: "tue 10:00"\`, \`until: "18:00"\`), until office hours (\`until: office_hours\`), or until a day, \`at\` a time (09:00)
and \`before\` it if you like: \`until: answer.date\`, \`contact.<field>\` or \`"2026-12-24"\`. What the contact writes meanwhile is
answered as ever, and a keyword that starts a flow ends the wait with its run. A day that is not known, or has passed, is
now. Where the clock is changed, a time that it skips is the moment at which it goes on, and of a time that it shows twice only the
first counts. What is said after a long wait needs \`if: { reply_window: open }\`.`,
  example: `flow: checkup
start:
  - keyword: checkup
steps:
  - say: I will ask you in an hour how it went.
  - wait: 1h
  - say: So, how did it go?
  - wait: { until: "tue 10:00" }
  - if:
      reply_window: open
    then:
      - say: A new week, a new chance!
  - wait: { until: office_hours }
  - wait: { until: "2026-12-24", at: "18:00", before: 1d }
  - outcome: checked
`,
  shape: {
    wait: z.union([duration, mapping({ until: text, at: text.optional(), before: duration.optional() })]),
  },
  read: ({ wait }, step) => {
    if (typeof wait !== 'number') {
      const read = readUntil(wait, step);
      return read && { verb: 'wait', path: step.path, ...read };
    }
    const until: WaitGoal<Template> = { kind: 'for', duration: wait };
    return { verb: 'wait', path: step.path, until, longest: wait };
  },
  state: ({ path, until }, next) => ({
    entry: [arrive(path), { type: 'wait', params: { step: path, until } }],
    tags: [waitingTag],
    on: { elapsed: [to(next)] },
  }),
  ways: ({ longest }, next) => [pauseTo(next, longest)],
  pauses: true,
});
