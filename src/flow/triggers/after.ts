import { duration, mapping, name, oneOrMore } from '../shape/values.js';
import { defineTrigger } from './trigger.js';

export const afterTrigger = defineTrigger({
  name: 'after',
  meaning: `Some time after an outcome, whichever flow reached it: a follow-up. It is called off by STOP and by the
outcomes under \`unless\`; reached again, the outcome begins the wait anew. Where a person has the chat by then it does
not start; while another flow is under way it is tried again after an hour, three times. What it says needs an open
reply window, like everything else.`,
  example: `flow: check_in
start:
  - after: { outcome: delivered, wait: 4h, unless: booked }
steps:
  - say: Did the guide help? Write to us here whenever you get stuck.
  - outcome: checked_in
---
flow: guide
start:
  - keyword: guide
steps:
  - say: Here is the guide.
    link: home
  - outcome: delivered
`,
  chat: `- me: guide
- bot: Here is the guide
- silence: 4h
- bot: Did the guide help
`,
  shape: {
    after: mapping({ outcome: name, wait: duration, unless: oneOrMore(name).optional() }),
  },
  read: ({ after: { outcome, wait, unless = [] } }, trigger) => {
    trigger.starts('after', [outcome], 'after', 'outcome');
    return { kind: 'after', outcome, wait, unless };
  },
});
