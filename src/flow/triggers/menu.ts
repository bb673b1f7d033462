import { oneOrMore, text } from '../shape/values.js';
import { defineTrigger } from './trigger.js';

export const menuTrigger = defineTrigger({
  name: 'menu',
  meaning: `An entry of the menu that stands beside the chat at all times. Its payload is \`start:\` and the flow's
name.`,
  example: `flow: contact_us
start:
  - menu: Talk to us
steps:
  - handoff: any
`,
  chat: `- menu: Talk to us
- bot: any
`,
  shape: { menu: oneOrMore(text) },
  read: ({ menu: titles }, trigger) => {
    trigger.starts('menu', titles, 'menu');
    return { kind: 'menu', titles };
  },
});
