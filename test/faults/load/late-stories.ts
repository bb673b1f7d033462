import type { Expected, Said, Script } from '../history/history.js';

const hour = 3_600_000;
/** How late platforms deliver: soon after a fault of ours, after a reply window, and at the end of their patience, ms. */
export const delays = [hour, 25 * hour, 6 * 24 * hour] as const;
/** What is said in time is said a little after what is late, by the platform's clock as well. */
const inTime = 0;

/** Something that a contact said, and when it is delivered. */
export interface LateSaying {
  readonly text: string;
  readonly meaning: Said['meaning'];
  /** From the platform's moment to its delivery, ms. */
  readonly late: number;
  /** How many messages they have been sent when the next thing is delivered. */
  readonly sends: number;
}

/** What is said by a contact, in the order of delivery, and what must come of it. */
export interface LateStory extends Script {
  readonly sayings: readonly LateSaying[];
  /** What the ledger's fold is at the end. */
  readonly consent: { readonly isStopped: boolean; readonly tips: 'granted' | 'withdrawn' | null };
}

const greeting = [/^Hi there! Here is the guide\.$/, /^What are you working on\?$/] as const;
const toConsent = [/^Good luck with my thesis!$/, /^One short tip a week/] as const;
const goodbye = /^You are unsubscribed/;
const untouched = { isStopped: false, tips: null } as const;

/** At the end of each the contact says "guide" in time, which is answered or not. */
export function lateStories(late: number): readonly [LateStory, ...LateStory[]] {
  const isAnswered = late < 24 * hour;
  return [
    {
      sayings: [says('guide', late, isAnswered ? 2 : 0), says('guide', inTime, isAnswered ? 4 : 2)],
      lines: isAnswered ? due(...greeting, ...greeting) : due(...greeting),
      outcomes: isAnswered ? due('delivered', 'delivered') : due('delivered'),
      ledger: [],
      consent: untouched,
    },
    // STOP counts however late it is, also before what was said since; its confirmation needs an open window.
    stopped([says('guide', inTime, 2), says('STOP', late, 3)], [...due(...greeting), ...due(goodbye)]),
    stopped([says('STOP', late, isAnswered ? 1 : 0)], [{ what: goodbye, optional: !isAnswered }], {
      outcomes: [],
    }),
    // A START that is older than the STOP does not take it back, in whichever order they come.
    stopped(
      [says('guide', inTime, 2), says('STOP', inTime, 3), says('START', late, 3)],
      [...due(...greeting), ...due(goodbye)],
      { ledger: ['withdrawn all', 'granted all'] },
    ),
    // An opt-in that is older than the STOP does not outlive it: after it …
    stopped(
      [...upToConsent(), says('STOP', inTime, 5), says('yes please', late, 5)],
      due(...greeting, ...toConsent, goodbye),
    ),
    // … and before it.
    stopped(
      [...upToConsent(), says('yes please', hour, 5), says('STOP', inTime, 6)],
      due(...greeting, ...toConsent, /^Lovely\.$/, goodbye),
      { ledger: ['granted weekly_tips', 'withdrawn all'], consent: { isStopped: true, tips: 'withdrawn' } },
    ),
    // A STOP that is older than the opt-in counts all the same when it comes: in doubt nobody is written to.
    stopped(
      [...upToConsent(), says('yes please', inTime, 5), says('STOP', late, 6)],
      due(...greeting, ...toConsent, /^Lovely\.$/, goodbye),
      { ledger: ['granted weekly_tips', 'withdrawn all'], consent: { isStopped: true, tips: 'withdrawn' } },
    ),
  ];
}

function upToConsent(): readonly LateSaying[] {
  return [says('guide', inTime, 2), says('my thesis', inTime, 4)];
}

function stopped(
  sayings: readonly LateSaying[],
  lines: LateStory['lines'],
  more: Partial<LateStory> = {},
): LateStory {
  return {
    sayings: [...sayings, says('guide', inTime, sayings.at(-1)?.sends ?? 0)],
    lines,
    outcomes: due('delivered'),
    ledger: ['withdrawn all'],
    consent: { isStopped: true, tips: null },
    ...more,
  };
}

function says(text: string, late: number, sends: number): LateSaying {
  const meaning = text === 'STOP' ? 'stop' : text === 'START' ? 'start' : 'other';
  return { text, meaning, late, sends };
}

function due<T>(...all: readonly T[]): readonly Expected<T>[] {
  return all.map((what) => ({ what, optional: false }));
}
