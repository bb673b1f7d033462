import type { Expected, Said, Script } from '../history/history.js';
import type { Chat } from './chat.js';

/** One thing that happens in a chat, each after the one before it was acknowledged. */
export type Act =
  | { readonly by: 'contact'; readonly says: string; readonly meaning: Said['meaning'] }
  /** Begins when something was decided to be said to the contact, which may not have left yet. */
  | { readonly by: 'person'; readonly does: 'take' | 'hand_back' }
  | { readonly by: 'person'; readonly does: 'reply'; readonly text: string };

/** A chat from first to last, and what the flows make of it. */
export interface Dialogue extends Script {
  readonly acts: readonly Act[];
}

const greeting = /^Hi \w+! Here is the guide\.$/;
const question = /^What are you working on\?$/;
const goodbye = /^You are unsubscribed/;
const persons = /^Mira here/;

/** Among them are STOP, START, a consent, a handoff and a take-over, so that every promise has something to be held to. */
export const dialogues: readonly [Dialogue, ...Dialogue[]] = [
  {
    acts: [says('guide'), says('my thesis'), says('yes please')],
    lines: due(greeting, question, /^Good luck with my thesis!$/, /^One short tip a week/, /^Lovely\.$/),
    outcomes: due('delivered'),
    ledger: ['granted weekly_tips'],
  },
  {
    acts: [says('Pricing'), says('website'), says('in May')],
    lines: due(/^What do you need\?$/, /^And when\?$/, /^A website, in May: noted\.$/, /^See you soon!$/),
    outcomes: due('qualified'),
    ledger: [],
  },
  {
    acts: [says('guide'), says('please stop messaging me', 'stop'), says('guide?')],
    // STOP does not wait for a name: it may be decided before what came before it, of which then nothing follows.
    lines: [...perhaps(greeting, question), ...due(goodbye)],
    outcomes: perhaps('delivered'),
    ledger: ['withdrawn all'],
  },
  {
    acts: [says('guide'), says('STOP', 'stop'), says('START', 'start'), says('Pricing')],
    lines: [...perhaps(greeting, question), ...due(goodbye, /^Welcome back!/, /^What do you need\?$/)],
    outcomes: perhaps('delivered'),
    ledger: ['withdrawn all', 'granted all'],
  },
  {
    acts: [
      ...[
        says('team please'),
        { by: 'person', does: 'take' } as const,
        replies('Mira here.'),
        says('thank you'),
      ],
      ...[{ by: 'person', does: 'hand_back' } as const, says('Pricing')],
    ],
    lines: due(/^One moment\.$/, /^Someone from Sales/, persons, /^What do you need\?$/),
    outcomes: [],
    ledger: [],
  },
  {
    acts: [
      ...[says('guide'), replies('Mira here, no bot.'), says('my shop'), says('STOP', 'stop')],
      ...[says('are you there?'), replies('Mira here, once more.')],
    ],
    lines: due(greeting, question, persons, goodbye, persons),
    outcomes: due('delivered'),
    ledger: ['withdrawn all'],
  },
];

/** Lets it happen from first to last. */
export async function play({ acts }: Dialogue, chat: Chat): Promise<void> {
  for (const act of acts) {
    if (act.by === 'contact') {
      await chat.says(act.says, act.meaning);
    } else {
      await chat.isAnswered();
      await chat.does(act.does, act.does === 'reply' ? act.text : '');
    }
  }
}

function says(text: string, meaning: Said['meaning'] = 'other'): Act {
  return { by: 'contact', says: text, meaning };
}

function replies(text: string): Act {
  return { by: 'person', does: 'reply', text };
}

function due<T>(...all: readonly T[]): readonly Expected<T>[] {
  return all.map((what) => ({ what, optional: false }));
}

function perhaps<T>(...all: readonly T[]): readonly Expected<T>[] {
  return all.map((what) => ({ what, optional: true }));
}
