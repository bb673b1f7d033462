import { describe, expect, it } from 'vitest';
import { readFiles } from '../reading.js';

/** What is wrong with an escalation in line 8. */
function problemsOf(escalation: string): readonly string[] {
  const text = `brand: Studio Nord
teams: { support: { title: Support } }
lookups:
  open_ticket: { url: "https://help.example.com/tickets", method: POST, result: { reference: id } }
  order_status: { url: "https://api.example.com/orders", result: { status: status } }
  post_only: { url: "https://api.example.com/orders", method: POST, result: { status: status } }
escalations:
  complaints: ${escalation}
`;
  return readFiles({ 'workspace.yaml': text }).issues.map(
    ({ line, column, code }) => `${line}:${column} ${code}`,
  );
}

describe('an escalation in workspace.yaml', () => {
  it.each([
    '{ team: support, by: email, to: help@example.com }',
    '{ by: phone, to: "+49 30 1234567" }',
    '{ team: support, by: ticket, lookup: open_ticket }',
  ])('leads to people: %s', (escalation) => {
    expect(problemsOf(escalation)).toEqual([]);
  });

  it.each([
    ['{ by: email, to: help at example.com }', '8:32 bad-email'],
    ['{ by: phone, to: "030 1234567" }', '8:32 bad-phone'],
    ['{ by: ticket, lookup: opn_ticket }', '8:37 unknown-lookup'],
    ['{ by: ticket, lookup: order_status }', '8:37 no-ticket'],
    ['{ by: ticket, lookup: post_only }', '8:37 no-ticket'],
    ['{ by: email, team: suport, to: help@example.com }', '8:34 unknown-team'],
    ['{ by: email }', '8:15 missing-key'],
    ['{ by: ticket }', '8:15 missing-key'],
    ['{ by: phone, to: "+49 30 1234567", lookup: open_ticket }', '8:58 unknown-key'],
    ['{ by: pigeon, to: roof }', '8:21 unknown-word'],
  ])('is shown where it is wrong: %s', (escalation, problem) => {
    expect(problemsOf(escalation)).toEqual([problem]);
  });
});
