/** What a follower says from first to last, and what the flows make of it. */
export interface Dialogue {
  readonly says: readonly string[];
  /** What is to be said to them, in order. */
  readonly hears: readonly RegExp[];
  readonly outcomes: readonly string[];
  readonly ledger: readonly string[];
  /** STOP does not wait for a name: it may be decided before what came before it, of which then nothing follows. */
  readonly mayOvertake: boolean;
}

const greeting = /^Hi \w+! Here is the guide\.$/;
const question = /^What are you working on\?$/;

export const dialogues: readonly [Dialogue, ...Dialogue[]] = [
  {
    says: ['guide', 'my thesis', 'yes please'],
    hears: [greeting, question, /^Good luck with my thesis!$/, /^One short tip a week/, /^Lovely\.$/],
    outcomes: ['delivered'],
    ledger: ['granted weekly_tips'],
    mayOvertake: false,
  },
  {
    says: ['Pricing', 'website', 'in May'],
    hears: [/^What do you need\?$/, /^And when\?$/, /^A website, in May: noted\.$/, /^See you soon!$/],
    outcomes: ['qualified'],
    ledger: [],
    mayOvertake: false,
  },
  {
    says: ['guide', 'please stop messaging me', 'guide?'],
    hears: [greeting, question, /^You are unsubscribed/],
    outcomes: ['delivered'],
    ledger: ['withdrawn all'],
    mayOvertake: true,
  },
];
