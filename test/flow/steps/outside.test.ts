import { describe, expect, it } from 'vitest';
import { branchesOf } from '../../../src/flow/compile/branches.js';
import { readFiles } from '../reading.js';

const workspace = `brand: Studio Nord
teams: { support: { title: Support } }
lookups:
  order_status:
    url: "https://api.example.com/orders/{{input.order}}"
    takes: order
    result: { status: status, eta: delivery.eta }
  open_ticket:
    url: https://help.example.com/tickets
    method: POST
    takes: [story, note]
    body: { text: "{{input.story}}", note: "{{input.note}}" }
    result: { reference: id }
coupons: { spring: { codes: [A1] } }
escalations:
  complaints: { team: support, by: ticket, lookup: open_ticket }
  calls: { by: phone, to: "+49 30 1234567" }
`;

function read(steps: string) {
  const flow = `flow: guide\nstart: [{ keyword: guide }]\nsteps:\n${steps.replace(/^\n/u, '')}`;
  const { issues, workspaces } = readFiles({ 'workspace.yaml': workspace, 'guide.yaml': flow });
  return {
    problems: issues.map(({ line, column, code }) => `${line}:${column} ${code}`),
    steps: workspaces[0]?.flows[0]?.steps ?? [],
  };
}

describe('lookup', () => {
  it('has a branch for each answer, however little follows it, and shows what it is given to nobody', () => {
    const { problems, steps } = read(`
  - ask: Which illness?
    save: illness
    sensitive: yes
  - lookup: order_status
    with: { order: "{{answer.illness}}" }
    found:
      - say: "{{answer.status}}"
    failed: []
  - outcome: told
`);
    expect(problems).toEqual([]);
    const [lookup] = steps.filter(({ verb }) => verb === 'lookup');
    if (lookup === undefined) throw new Error('There is no look-up.');
    expect(branchesOf({ step: lookup, next: 'told' })).toEqual(['found', 'not_found', 'failed']);
  });

  it('keeps what is found under its own name, or behind that of `save`', () => {
    const { problems, steps } = read(`
  - lookup: order_status
    with: { order: "1" }
    failed: []
  - lookup: order_status
    with: { order: "2" }
    save: order
    not_found: end
    failed: end
  - say: "{{answer.status or \\"?\\"}} {{answer.eta or \\"?\\"}} {{answer.order_status}} {{answer.order_eta}}"
  - outcome: told
`);
    expect(problems).toEqual([]);
    expect(steps[0]).toMatchObject({
      verb: 'lookup',
      lookup: 'order_status',
      within: 4_000,
      inputs: [{ name: 'order', value: ['1'] }],
      keeps: [
        { result: 'status', as: 'status' },
        { result: 'eta', as: 'eta' },
      ],
    });
    expect(steps[1]).toMatchObject({
      keeps: [
        { result: 'status', as: 'order_status' },
        { result: 'eta', as: 'order_eta' },
      ],
      notFound: [{ verb: 'end' }],
    });
  });

  it.each<[string, string, readonly string[]]>([
    ['a name that nobody knows', 'lookup: order_staus\n    failed: []', ['4:13 unknown-lookup']],
    ['no word on failing', 'lookup: order_status\n    with: { order: "1" }', ['4:13 missing-key']],
    ['nothing of what it takes', 'lookup: order_status\n    failed: []', ['4:5 missing-lookup-input']],
    [
      'something that it does not take',
      'lookup: order_status\n    with: { order: "1", size: "2" }\n    failed: []',
      ['5:25 unknown-lookup-input'],
    ],
  ])('is shown where it has %s', (_, lines, problems) => {
    expect(read(`  - ${lines}\n  - outcome: told\n`).problems).toEqual(problems);
  });

  it('does not know what was found where nothing may have been', () => {
    const { problems } = read(`
  - lookup: order_status
    with: { order: "1" }
    failed: []
  - say: "It is {{answer.status}}."
  - outcome: told
`);
    expect(problems).toEqual(['7:17 answer-may-be-missing']);
  });

  it('is a loop where it leads back to itself', () => {
    const { problems } = read(`
  - lookup: order_status
    id: again
    with: { order: "1" }
    failed:
      - go: again
  - outcome: told
`);
    expect(problems.join()).toMatch(/loop/u);
  });
});

describe('coupon', () => {
  it('is read back under its name', () => {
    const { problems, steps } = read(`
  - coupon: spring
    save: code
    sold_out: end
  - say: "{{answer.code}}"
  - outcome: given
`);
    expect(problems).toEqual([]);
    expect(steps[0]).toMatchObject({
      verb: 'coupon',
      list: 'spring',
      save: 'code',
      soldOut: [{ verb: 'end' }],
    });
  });

  it.each<[string, string, readonly string[]]>([
    ['a name that nobody knows', 'coupon: sprng\n    sold_out: end', ['4:13 unknown-coupon']],
    ['no word on the end of the list', 'coupon: spring', ['4:13 missing-key']],
  ])('is shown where it has %s', (_, lines, problems) => {
    expect(read(`  - ${lines}\n  - outcome: given\n`).problems).toEqual(problems);
  });
});

describe('escalate and handoff', () => {
  it('tells the look-up of a ticket what is given, what was answered, and the note', () => {
    const { problems, steps } = read(`
  - ask: What happened?
    save: story
  - escalate: complaints
    note: "Says {{answer.story}}"
    priority: urgent
`);
    expect(problems).toEqual([]);
    expect(steps[1]).toMatchObject({
      verb: 'escalate',
      priority: 'urgent',
      ticket: {
        lookup: 'open_ticket',
        within: 4_000,
        inputs: [
          { name: 'story', value: [{ source: 'answer', name: 'story', fallback: '' }] },
          { name: 'note', value: ['Says ', { source: 'answer', name: 'story' }] },
        ],
      },
    });
  });

  it('presses more than others unless it says otherwise', () => {
    const { problems, steps } = read('  - escalate: calls\n');
    expect(problems).toEqual([]);
    expect(steps[0]).toMatchObject({ priority: 'high', ticket: null });
    expect(read('  - handoff: support\n    priority: low\n').steps[0]).toMatchObject({ priority: 'low' });
    expect(read('  - handoff: support\n').steps[0]).not.toHaveProperty('priority');
  });

  it.each<[string, readonly string[]]>([
    ['escalate: calling', ['4:15 unknown-escalation']],
    ['escalate: calls\n    priority: top', ['5:15 unknown-word']],
    ['escalate: complaints\n    with: { size: "1" }', ['5:13 unknown-lookup-input']],
    ['handoff: support\n    priority: top', ['5:15 unknown-word']],
  ])('is shown where it is wrong: %s', (lines, problems) => {
    expect(read(`  - ${lines}\n`).problems).toEqual(problems);
  });
});
