import { z } from 'zod';
import { leaving } from '../compile/step-state.js';
import { defineStep } from './step.js';

export const endStep = defineStep({
  verb: 'end',
  meaning: `Ends the run here, on purpose: nobody is called. Written \`- end\`.`,
  example: `flow: goodbye
start:
  - keyword: goodbye
steps:
  - say: See you!
  - end
`,
  shape: { end: z.literal(true).nullable() },
  read: (_written, step) => ({ verb: 'end', path: step.path }),
  state: ({ path }) => leaving(path, [{ type: 'endRun', params: { step: path } }]),
  ways: () => [],
});
