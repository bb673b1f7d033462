import { passing, to } from '../compile/step-state.js';
import { checkLength } from '../check/check-length.js';
import { name } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { typing } from './say-extras.js';
import { defineStep } from './step.js';
import { spoken } from '../translation/spoken.js';

export const bookStep = defineStep({
  verb: 'book',
  meaning: `Says a text with the button of a booking: a page under \`bookings\` in workspace.yaml where people pick a time.
Its address carries a reference of this contact, so that your booking system can report what was booked to
\`POST /api/v1/outcomes\`; it then counts as the outcome that the booking names. The flow goes on at once and does not wait
for the booking.`,
  example: `flow: demo
start:
  - keyword: demo
steps:
  - book: demo_call
    say: Pick a time that suits you, {{contact.first_name or "and we will be there"}}.
  - outcome: invited
`,
  shape: { book: name, say: spoken, typing: typing.optional() },
  read: (written, step) => {
    const booking = lookUp(step.vocabulary.bookings, written.book, step.place('book'), step.report);
    const said = step.speech('say');
    checkLength(said, 'linkText', step.place('say'), step);
    return {
      verb: 'book',
      path: step.path,
      text: said,
      booking,
      ...(written.typing !== undefined && { typing: written.typing }),
    };
  },
  state: ({ path, text: said, booking, typing: pause }, next) => {
    const extras = pause === undefined ? {} : { extras: { typing: pause } };
    return passing(
      path,
      [{ type: 'say', params: { step: path, text: said, link: booking, ...extras } }],
      [to(next)],
    );
  },
  texts: ({ text: said }) => [said],
});
