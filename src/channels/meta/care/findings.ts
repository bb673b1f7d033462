import type { AccountFinding } from '../../channel.js';
import type { SendFailure } from '../../failure.js';

export function ok(subject: string, text: string): AccountFinding {
  return { severity: 'ok', subject, text };
}

export function warning(subject: string, text: string, remedy?: string): AccountFinding {
  return { severity: 'warning', subject, text, ...(remedy === undefined ? {} : { remedy }) };
}

export function problem(subject: string, text: string, remedy?: string): AccountFinding {
  return { severity: 'problem', subject, text, ...(remedy === undefined ? {} : { remedy }) };
}

/** What could not be found out: a fault of the platform's or of the network's passes, anything else is in the way. */
export function notTold(subject: string, { class: errorClass, explanation }: SendFailure): AccountFinding {
  const passes = errorClass === 'retry' || errorClass === 'throttle' || errorClass === 'unknown';
  return passes
    ? warning(subject, `Meta did not say: ${explanation}`, 'Ask again in a few minutes.')
    : problem(subject, `Meta refused to say: ${explanation}`);
}
