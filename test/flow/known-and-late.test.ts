import { describe, expect, it } from 'vitest';
import { flowOf, readFiles, workspace } from './reading.js';

const withBooking = `${workspace}bookings:\n  call: { to: "https://example.com/book", label: Pick a time }\n`;

describe('a booking that is offered', () => {
  it('too late for the reply window is found like anything that is said', () => {
    const steps = `
  - wait: 2d
  - book: call
    say: Pick a time.
  - outcome: invited
`;
    const { issues } = readFiles({ 'workspace.yaml': withBooking, 'guide.yaml': flowOf(steps) });
    expect(issues).toMatchObject([{ line: 5, code: 'outside-window' }]);
  });
});

describe('the contact’s language', () => {
  it('is known though no flow sets it', () => {
    const steps = `
  - say: You speak {{contact.language or "as you like"}}.
  - outcome: told
`;
    expect(readFiles({ 'guide.yaml': flowOf(steps) }).issues).toEqual([]);
  });
});
