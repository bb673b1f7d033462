import type { SayExtras, Template } from '../../core/flow.js';
import { textsOfExtras } from '../../core/say-texts.js';
import { passing, to } from '../compile/step-state.js';
import { checkLength } from '../check/check-length.js';
import { name, oneOrMore } from '../shape/values.js';
import type { NodePath } from '../yaml/source-node.js';
import { lookUp } from '../vocabulary.js';
import { outsideWindowShape, readOutsideWindow } from './outside-window.js';
import { extrasShape, readExtras } from './say-extras.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';
import { spoken } from '../translation/spoken.js';

/** Nobody keeps more of them in one voice. */
const MOST_VARIANTS = 20;

export const sayStep = defineStep({
  verb: 'say',
  meaning: `Says a text, or one of several: of a list each contact hears every text once before any comes again.

Beside the text may stand \`link:\`, a link of the workspace whose clicks are counted: a button where the channel has
buttons, the address itself where it has none. \`image:\`, \`video:\`, \`audio:\` or \`file:\` shows what is at that address,
with \`alt:\` for those who do not see it. \`buttons:\` (up to three) open a \`link:\`, start a \`flow:\` or \`call:\` a number.
\`cards:\` (up to ten) stand side by side, each with a title, a text, an image and a button. \`quick_replies:\` are words to
be tapped instead of typed. \`typing: 2s\` shows that you are typing before it comes.

\`outside_window:\` says what becomes of it where the reply window has closed; without it nothing is sent then. On WhatsApp it
is a \`template\` of the workspace, its gaps filled \`with\` these texts; on Messenger it goes under a \`topic\` to those who have
opted in to that topic there.`,
  example: `flow: hello
start:
  - keyword: hello
steps:
  - say:
      - Hi {{contact.first_name or "there"}}! Good to see you.
      - Hello {{contact.first_name or "there"}}, good to have you here.
    typing: 2s
  - say: Here is where we work.
    link: home
    image: https://example.com/studio.jpg
    alt: Our studio in the morning, with the door open
    buttons:
      - title: Call us
        call: "+49 30 123456"
      - title: What it costs
        flow: prices
  - outcome: welcomed
---
flow: prices
start:
  - keyword: prices
steps:
  - say: Two ways to work with us.
    cards:
      - title: A day
        text: One topic, one day, one plan.
        image: https://example.com/day.jpg
        link: home
        button: See more
      - title: A quarter
        text: We build it with you.
        flow: hello
        button: Say hello
    quick_replies: [Hello, Talk to a person]
  - outcome: informed
---
flow: tip
start:
  - keyword: tip
steps:
  - ask: What are you working on?
    save: project
    within: 20h
    otherwise: end
  - wait: 2d
  - say: Your tip on {{answer.project}} is ready!
    outside_window:
      template: tip_ready
      with: ['{{contact.first_name or "there"}}', "{{answer.project}}"]
      topic: weekly_tips
  - outcome: reminded
`,
  shape: {
    say: oneOrMore(spoken),
    link: name.optional(),
    ...extrasShape,
    outside_window: outsideWindowShape.optional(),
  },
  read: (written, step) => {
    const link = written.link;
    const target =
      link === undefined ? null : lookUp(step.vocabulary.links, link, step.place('link'), step.report);
    const hasButtons = target !== null || written.buttons !== undefined;
    const hasReplies = written.quick_replies !== undefined;
    const [said = [], ...variants] = readTexts(
      hasButtons ? 'linkText' : hasReplies ? 'replyText' : 'text',
      step,
    );
    const outsideWindow = readOutsideWindow(written.outside_window, step);
    const extras = { ...readExtras(written, step), ...(outsideWindow && { outsideWindow }) };
    return {
      verb: 'say',
      path: step.path,
      text: said,
      link: target,
      ...(variants.length > 0 && { variants }),
      ...(hasAny(extras) && { extras }),
    };
  },
  state: ({ path, text: said, link, variants, extras }, next) => {
    const more = { ...(variants && { variants }), ...(extras && { extras }) };
    return passing(path, [{ type: 'say', params: { step: path, text: said, link, ...more } }], [to(next)]);
  },
  texts: ({ text: said, variants = [], extras = {} }) => [said, ...variants, ...textsOfExtras(extras)],
});

function hasAny(extras: SayExtras): boolean {
  return Object.keys(extras).length > 0;
}

/** The one text, or each of the list. */
function readTexts(kind: 'text' | 'linkText' | 'replyText', step: StepReading): readonly Template[] {
  const written = step.node('say');
  const places: readonly NodePath[] =
    written?.kind === 'list' ? written.items.map((_, index) => ['say', index]) : [['say']];
  if (places.length > MOST_VARIANTS) {
    step.report.error(
      step.place('say', MOST_VARIANTS),
      'too-many-variants',
      `A text may have up to ${MOST_VARIANTS} variants.`,
    );
  }
  return places.map((at) => {
    const said = step.speech(...at);
    checkLength(said, kind, step.place(...at), step);
    return said;
  });
}
