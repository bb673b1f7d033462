import { capabilities } from '../../core/channel.js';
import type { Patience, StepDefinition } from '../definition.js';
import { formatDuration } from '../duration.js';
import { duration, steps } from '../shape/values.js';
import { wholeNumber } from '../shape/whole-number.js';
import type { StepReading } from './step.js';

const hour = 3_600_000;

/** Inside every channel's reply window, so that what is said afterwards may still be said. */
const DEFAULT_WITHIN = 20 * hour;
const DEFAULT_TRIES = 3;
const MOST_TRIES = 10;

/** What every question takes beside its own keys. */
export const patienceShape = {
  tries: wholeNumber({
    from: 1,
    to: MOST_TRIES,
    usual: DEFAULT_TRIES,
    message: `A question can be put 1 to ${MOST_TRIES} times.`,
  }).optional(),
  within: duration.optional(),
  otherwise: steps.optional(),
  missed: steps.optional(),
};

interface WrittenPatience {
  readonly tries?: number | undefined;
  readonly within?: number | undefined;
  readonly otherwise?: unknown;
  readonly missed?: unknown;
}

export function readTries({ tries = DEFAULT_TRIES }: WrittenPatience): number {
  return tries;
}

export function readPatience(written: WrittenPatience, step: StepReading): Patience {
  const { within = DEFAULT_WITHIN } = written;
  checkWithin(within, step);
  return {
    within,
    otherwise: readBranch('otherwise', written, step),
    ...(written.missed === undefined ? {} : { missed: readBranch('missed', written, step) }),
  };
}

/** Unless its steps lead elsewhere the flow ends after them: what follows the question expects an answer. */
function readBranch(
  branch: 'otherwise' | 'missed',
  written: WrittenPatience,
  step: StepReading,
): readonly StepDefinition[] {
  if (written[branch] === 'end') return [];
  const steps = step.steps(branch, branch);
  if (steps.length === 0 || !step.comesOut(steps)) return steps;
  const path = `${step.path}/${branch}/${steps.length + 1}-end`;
  step.implied(path, step.place(branch));
  return [...steps, { verb: 'end', path }];
}

function checkWithin(within: number, step: StepReading): void {
  for (const channel of step.vocabulary.channels) {
    const { replyWindow } = capabilities[channel];
    if (replyWindow === null || within < replyWindow) continue;
    step.report.error(
      step.place('within'),
      'outside-window',
      `On ${channel} nothing may be said ${formatDuration(replyWindow)} after the last message from the contact.`,
      { hint: 'Wait less than that, such as 20h.' },
    );
    return;
  }
}
