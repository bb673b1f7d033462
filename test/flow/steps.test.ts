import { describe, expect, it } from 'vitest';
import { stepKinds } from '../../src/flow/steps/step-kinds.js';
import { readFiles } from './reading.js';

const workspace = `brand: Studio Nord
timezone: Europe/Berlin
hours: { mon-fri: "09:00-18:00" }
topics: { weekly_tips: { notice: One short tip a week? } }
links: { home: { to: "https://example.com", label: Have a look } }
bookings: { demo_call: { to: "https://cal.example/demo", label: Pick a time } }
lookups:
  order_status:
    url: "https://api.example.com/orders/{{input.order}}"
    takes: order
    result: { status: status, eta: delivery.eta }
coupons: { spring: { codes: [A1, B2] } }
escalations: { complaints: { by: email, to: help@example.com } }
`;

/** The files of an example: several flows are parted by a line of dashes. */
function filesOf(example: string): Record<string, string> {
  const flows = example.split(/^---\n/mu);
  return Object.fromEntries(flows.map((text) => [`${/^flow: (\w+)$/mu.exec(text)?.[1] ?? ''}.yaml`, text]));
}

describe.each(stepKinds)('$verb', ({ verb, example, meaning, keys }) => {
  it('has an example without a mistake, which shows it', () => {
    const { issues, workspaces } = readFiles({ 'workspace.yaml': workspace, ...filesOf(example) });
    expect(issues).toEqual([]);
    expect(JSON.stringify(workspaces[0]?.flows)).toContain(`"verb":"${verb}"`);
  });

  it('says what it means, and begins with its own key', () => {
    expect(meaning).toMatch(/^[A-Z].*\.$/su);
    expect(keys[0]).toBe(verb);
  });
});

describe('the verbs', () => {
  it('are those of the language', () => {
    expect(stepKinds.map(({ verb }) => verb).sort()).toEqual(
      [
        'say',
        'book',
        'ask',
        'ask_consent',
        'rate',
        'opt_out',
        'if',
        'split',
        'wait',
        'set',
        'tag',
        'untag',
        'score',
        'outcome',
        'handoff',
        'lookup',
        'coupon',
        'escalate',
        'go',
        'run',
        'end',
      ].sort(),
    );
  });
});
