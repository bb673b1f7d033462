import type { Finding } from './finding.js';

/** What can be wrong with a *.test.yaml. */
export const testFindings = {
  'unknown-line': {
    severity: 'error',
    title: 'Not a line of a chat',
    explanation: 'A line says who does what: me, bot, tap, silence.',
    example: '- you: Guide!',
    mend: 'Use one of the lines that are listed.',
  },
  'bad-week-time': {
    severity: 'error',
    title: 'Not a moment of a week',
    explanation: 'When a chat begins is a day and a time, by the clock of the workspace.',
    example: 'at: tomorrow 10:00',
    mend: 'Write tue 10:00.',
  },
  'unknown-split': {
    severity: 'error',
    title: 'A split or a way that no flow has',
    explanation:
      'A test puts its contact on a way that no flow of this workspace offers, so it would change nothing.',
    example: 'contact: { splits: { ofer_test: short } }',
    mend: 'Write the name of a split, and one of its ways.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
