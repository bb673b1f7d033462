import { describe, expect, it } from 'vitest';
import { readFiles } from '../reading.js';
import { playChats } from '../steps/playing.js';

const workspace = `brand: Studio Nord
timezone: Europe/Berlin
languages: [en]
teams: { support: { title: Support } }
lookups:
  order_status:
    url: "https://api.example.com/orders/{{input.order}}"
    takes: order
    timeout: 4s
    result: { status: status }
coupons: { spring: { codes: [REAL-1, REAL-2] } }
`;

const parcel = `flow: parcel
start:
  - keyword: parcel
steps:
  - lookup: order_status
    with: { order: "4711" }
    found:
      - say: "It is {{answer.status}}."
    not_found:
      - say: There is no such order.
    failed:
      - say: I cannot tell.
  - outcome: told
`;

const spring = `flow: spring
start:
  - keyword: spring
steps:
  - coupon: spring
    sold_out:
      - say: All codes are gone.
      - end
  - say: "Yours: {{answer.coupon}}"
  - outcome: given
`;

const play = (tests: string) => playChats({ parcel }, tests, workspace);

describe('a test says what a look-up answers', () => {
  it.each([
    ['{ found: { status: shipped } }', 'It is shipped.'],
    ['not_found', 'There is no such order.'],
    ['failed', 'I cannot tell.'],
  ])('as often as it is asked: %s', (stub, heard) => {
    expect(
      play(`  - name: twice
    lookups: { order_status: ${stub} }
    chat:
      - me: parcel
      - bot: ${heard}
      - me: parcel
      - bot: ${heard}
`),
    ).toEqual([]);
  });

  it('or in turn', () => {
    expect(
      play(`  - name: in turn
    lookups: { order_status: [failed, { found: { status: lost } }] }
    chat:
      - me: parcel
      - bot: I cannot tell.
      - me: parcel
      - bot: It is lost.
`),
    ).toEqual([]);
  });

  it('or that it does not, until its time is up; what is written meanwhile waits, and STOP does not', () => {
    expect(
      play(`  - name: waits
    lookups: { order_status: silent }
    chat:
      - me: parcel
      - me: hello?
      - silence: 5s
      - bot: I cannot tell.
      - bot: did not get that
`),
    ).toEqual([]);
    expect(
      play(`  - name: stops
    lookups: { order_status: silent }
    chat:
      - me: parcel
      - me: STOP
      - bot: unsubscribed
      - silence: 1h
`),
    ).toEqual([]);
  });

  it('and is told where it does not', () => {
    const chat = `    chat:
      - me: parcel
      - bot: any
      - me: parcel
      - bot: any
`;
    expect(play(`  - name: nothing\n${chat}`)).toEqual([
      expect.stringMatching(/^nothing, 5: .*order_status.*does not say what it answers/u),
    ]);
    expect(play(`  - name: too little\n    lookups: { order_status: [failed] }\n${chat}`)).toEqual([
      expect.stringMatching(/^too little, 8: .*more often than the test has answers for it \(1\)/u),
    ]);
  });

  it.each([
    ['a look-up that nobody knows', 'lookups: { order_staus: failed }', '4:16 unknown-lookup'],
    [
      'something that it does not tell',
      'lookups: { order_status: { found: { stauts: x } } }',
      '4:41 unknown-lookup-result',
    ],
    ['an answer that there is not', 'lookups: { order_status: gone }', '4:30 unknown-word'],
    ['a list of codes that nobody knows', 'coupons: { sprng: [] }', '4:16 unknown-coupon'],
  ])('is shown where it names %s', (_, stub, problem) => {
    const { issues } = readFiles({
      'workspace.yaml': workspace,
      'parcel.yaml': parcel,
      'parcel.test.yaml': `flow: parcel\ntests:\n  - name: wrong\n    ${stub}\n    chat: [{ me: parcel }]\n`,
    });
    expect(issues.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([problem]);
  });
});

describe('a test says which codes are left', () => {
  const playSpring = (tests: string) => playChats({ spring }, tests, workspace);

  it('in their order, of which a contact gets one; without a word the workspace’s own', () => {
    expect(
      playSpring(`  - name: left
    coupons: { spring: [TEST-1, TEST-2] }
    chat:
      - me: spring
      - bot: "Yours: TEST-1"
      - me: spring
      - bot: "Yours: TEST-1"
  - name: own
    chat:
      - me: spring
      - bot: "Yours: REAL-1"
`),
    ).toEqual([]);
  });

  it('or that none is', () => {
    expect(
      playSpring(`  - name: gone
    coupons: { spring: [] }
    chat:
      - me: spring
      - bot: All codes are gone.
`),
    ).toEqual([]);
  });
});
