import { passing, to } from '../compile/step-state.js';
import { checkLength } from '../check/check-length.js';
import { name, text } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { defineStep } from './step.js';

export const sayStep = defineStep({
  verb: 'say',
  meaning: `Says a text. With \`link:\` the text carries a link of the workspace: a button where the channel has
buttons, the address itself where it has none. Clicks are counted.`,
  example: `flow: hello
start:
  - keyword: hello
steps:
  - say: Hi {{contact.first_name or "there"}}! Here is what we do.
    link: home
  - outcome: delivered
`,
  shape: { say: text, link: name.optional() },
  read: ({ link }, step) => {
    const target =
      link === undefined ? null : lookUp(step.vocabulary.links, link, step.place('link'), step.report);
    const said = step.template('say');
    checkLength(said, target === null ? 'text' : 'linkText', step.place('say'), step);
    return { verb: 'say', path: step.path, text: said, link: target };
  },
  state: ({ path, text: said, link }, next) =>
    passing(path, [{ type: 'say', params: { step: path, text: said, link } }], [to(next)]),
  texts: ({ text: said }) => [said],
});
