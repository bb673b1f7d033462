import type { Place } from '../issue.js';
import type { Report } from '../report.js';

/** Of the body of a template, in characters (platforms reference §6.5). */
const LONGEST_BODY = 1024;

const gap = /\{\{\s*(\d{1,3})\s*\}\}/gu;

/** The numbers of its gaps, each once, in order. */
export function gapsIn(body: string): readonly number[] {
  return [...new Set([...body.matchAll(gap)].map(([, number]) => Number(number)))].sort((a, b) => a - b);
}

/** What the platform would not have approved; it would be refused each time that it is sent. */
export function checkBody(body: string, place: Place, report: Report): void {
  if (body.length > LONGEST_BODY) {
    report.error(
      place,
      'long-template',
      `A template has up to ${LONGEST_BODY} characters; this one has ${body.length}.`,
    );
  }
  const flaw = flawOf(body);
  if (flaw !== null) report.error(place, 'bad-gap', flaw.message, { hint: flaw.hint });
}

interface Flaw {
  readonly message: string;
  readonly hint: string;
}

function flawOf(body: string): Flaw | null {
  const numbers = gapsIn(body);
  const missing = numbers.findIndex((number, index) => number !== index + 1);
  if (/\{\{|\}\}/u.test(body.replaceAll(gap, ''))) {
    return {
      message: 'The gaps of a template have numbers: {{1}}, {{2}} and so on.',
      hint: 'What fills them stands in the step, under `with`.',
    };
  }
  if (missing !== -1) {
    return {
      message: `There is no {{${missing + 1}}} in this template.`,
      hint: 'Number its gaps from 1 on.',
    };
  }
  if (/^\s*\{\{|\}\}\s*$/u.test(body)) {
    return {
      message: 'A template neither begins nor ends with a gap.',
      hint: 'Put a word, or at its end at least a full stop and some more, around it.',
    };
  }
  return /\}\}\s*\{\{/u.test(body)
    ? { message: 'Between two gaps of a template there must be words.', hint: 'Join the two into one gap.' }
    : null;
}
