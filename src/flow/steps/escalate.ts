import { z } from 'zod';
import { endState } from '../../core/flow.js';
import type { FlowAction, Template } from '../../core/flow.js';
import { handoffPriorities } from '../../core/resources.js';
import { inquiring, leaving, resulting, to } from '../compile/step-state.js';
import type { EscalateStep } from '../definition.js';
import { byName, name, text } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { readInputs } from './lookup-inputs.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';

/** What a look-up that opens a ticket calls the ticket's number, and the answer under which it is kept. */
export const ticketResult = 'reference';

/** What a look-up that opens a ticket may take beside answers: what the step says to the team. */
const noteInput = 'note';

export const escalateStep = defineStep({
  verb: 'escalate',
  meaning: `Sends the contact on to people elsewhere, by one of the \`escalations\` of workspace.yaml, and ends the flow.
By \`email\` or \`phone\` they are told where to write or call; by \`ticket\` a look-up opens one, told what stands under
\`with\`, the answers of the same names, and the \`note\`. Whatever becomes of it, a handoff is open for the team with the
\`note\`, a \`priority\` (\`high\` unless you say otherwise) and the reference that the contact was told.`,
  example: `flow: complaint
start:
  - keyword: complaint
steps:
  - ask: I am sorry to hear that. What happened?
    save: story
  - escalate: complaints
    note: "{{answer.story}}"
    priority: urgent
`,
  shape: {
    escalate: name,
    note: text.optional(),
    with: byName(text).optional(),
    priority: z.enum(handoffPriorities).optional(),
  },
  read: ({ escalate, priority = 'high' }, step) => {
    const note = step.template('note');
    const { escalations } = step.vocabulary;
    const escalation = lookUp(escalations, escalate, step.place('escalate'), step.report);
    if (escalation === null) return null;
    const { by } = escalation;
    const ticket = by.kind === 'ticket' ? readTicket(by.lookup, note, step) : null;
    return { verb: 'escalate', path: step.path, escalation, note, priority, ticket };
  },
  state: (step) => {
    const { path, ticket } = step;
    if (ticket === null) return leaving(path, [escalate(step, [])]);
    const theirs: Template = [{ source: 'answer', name: ticketResult, fallback: '' }];
    return inquiring(path, { type: 'lookUp', params: { step: path, ...ticket } }, [
      resulting('found', { ...to(endState), actions: [escalate(step, theirs)] }, [
        { result: ticketResult, as: ticketResult },
      ]),
      { ...to(endState), actions: [escalate(step, [])] },
    ]);
  },
  ways: () => [],
  texts: ({ note, ticket }) => [note, ...(ticket?.inputs ?? []).map(({ value }) => value)],
});

function escalate({ path, escalation, note, priority }: EscalateStep, ticket: Template): FlowAction {
  return { type: 'escalate', params: { step: path, escalation, note, priority, ticket } };
}

/** Null where its look-up cannot be used; why is reported where that stands. */
function readTicket(lookupName: string, note: Template, step: StepReading): EscalateStep['ticket'] {
  const lookup = step.vocabulary.lookups.byName.get(lookupName) ?? null;
  if (lookup === null) return null;
  const inputs = readInputs(lookup, step, (input) => {
    if (input === noteInput) return note;
    return [{ source: 'answer', name: input, fallback: '' }];
  });
  return { lookup: lookup.name, inputs, within: lookup.timeout };
}
