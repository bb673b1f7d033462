import { describe, expect, it } from 'vitest';
import type { History } from './history.js';
import { type Judgement, judge, type Wrong, wrongs } from './judge.js';
import {
  asScripted,
  changed,
  commit,
  confirmation,
  conversation,
  heard,
  history,
  line,
  said,
  scripts,
  sent,
  stopped,
  taken,
  took,
  withdrawal,
  without,
} from './plant.js';

const plants: Readonly<Record<string, readonly [History, readonly Wrong[]]>> = {
  'a message that is not there': [history({ rows: { lines: without('thesis') } }), ['lost']],
  'a contact who is not known': [history({ sends: [], rows: { conversations: [] } }), ['lost']],
  'a line that still waits': [
    history({ sends: history().sends.slice(0, 2), rows: { lines: changed('luck', { state: 'queued' }) } }),
    ['lost'],
  ],
  'a line that is said to be sent and never was': [history({ sends: history().sends.slice(0, 2) }), ['lost']],
  'a line that was given up': [history({ rows: { lines: changed('luck', { state: 'failed' }) } }), ['lost']],
  'a line that was not sent while its window was open': [
    history({
      sends: history().sends.slice(0, 2),
      rows: { lines: changed('luck', { state: 'not_sent', refusal: 'window_closed', stateAt: 60 }) },
    }),
    ['lost'],
  ],
  'a line that had come further': [
    history({ rows: { commits: [commit('setback', 1, 'line-luck')] } }),
    ['outOfOrder'],
  ],
  'an event that nobody decided upon': [
    history({
      rows: { events: [{ conversation, sequence: 1, id: 'e', kind: 'k', disposition: 'deferred' }] },
    }),
    ['lost'],
  ],
  'a STOP that is not in the ledger': [
    history({ ...stopped, rows: { ...stopped.rows, ledger: [] } }),
    ['lost', 'afterStop', 'withoutBasis'],
  ],
  "a person's deed that is not there": [history({ deeds: [took(70, { eventId: 'gone' })] }), ['lost']],
  'a line that was to be said': [
    history({ scripts, sends: history().sends.slice(0, 2), rows: { ...asScripted, lines: without('luck') } }),
    ['lost'],
  ],
  'an outcome that was not reached': [history({ scripts, rows: { ...asScripted, outcomes: [] } }), ['lost']],
  'a consent that was not noted': [history({ scripts, rows: { ...asScripted, ledger: [] } }), ['lost']],

  'a message that is there twice': [
    history({ rows: { lines: [...history().rows.lines, heard(6, 'thesis')] } }),
    ['doubled'],
  ],
  'a line that left again after it had arrived': [
    history({ sends: [...history().sends, sent('luck', 90)] }),
    ['doubled'],
  ],
  'a line that arrived though it was called off': [
    history({ rows: { lines: changed('luck', { state: 'cancelled', refusal: 'run_ended' }) } }),
    ['doubled'],
  ],
  'a second line for one event': [
    history({
      scripts,
      sends: [...history().sends, sent('luck', 70, { lineId: 'line-again' })],
      rows: { ...asScripted, lines: [...history().rows.lines, line(6, 'luck', { id: 'line-again' })] },
    }),
    ['doubled'],
  ],
  'an outcome that was reached twice': [
    history({
      scripts,
      rows: { ...asScripted, outcomes: [...asScripted.outcomes!, ...asScripted.outcomes!] },
    }),
    ['doubled'],
  ],
  'a consent that was noted twice': [
    history({ scripts, rows: { ...asScripted, ledger: [...asScripted.ledger!, ...asScripted.ledger!] } }),
    ['doubled'],
  ],
  "a person's answer that became two": [
    history({
      ...taken,
      rows: {
        ...taken.rows,
        lines: [...taken.rows!.lines!, line(5, 'mia', { id: 'm2', state: 'cancelled' })],
      },
    }),
    ['doubled'],
  ],

  'lines that left the wrong way round': [
    history({ sends: [sent('question', 20), sent('greeting', 30), sent('luck', 60)] }),
    ['outOfOrder'],
  ],
  'messages that were decided the wrong way round': [
    history({ said: [said('thesis', 10), said('guide', 50)] }),
    ['outOfOrder'],
  ],
  'lines that were decided the wrong way round': [
    history({
      scripts,
      sends: [sent('question', 20), sent('greeting', 30), sent('luck', 60)],
      rows: {
        ...asScripted,
        lines: [
          ...[heard(1, 'guide'), line(2, 'question'), line(3, 'greeting')],
          ...[heard(4, 'thesis'), line(5, 'luck')],
        ],
      },
    }),
    ['outOfOrder'],
  ],

  'a claim after STOP': [
    history({
      ...stopped,
      rows: { ...stopped.rows, commits: [commit('stop', 1), commit('claim', 2, 'line-greeting')] },
    }),
    ['afterStop'],
  ],
  'messages that left after STOP': [
    history({ ...stopped, sends: [sent('greeting', 50), sent('greeting', 60, { delivered: false })] }),
    ['lost', 'doubled', 'afterStop'],
  ],
  'a line that STOP had called off': [
    history({ ...stopped, sends: [sent('greeting', 20), sent('question', 30), sent('bye', 50)] }),
    ['afterStop'],
  ],
  'a STOP that is confirmed twice': [
    history({
      ...stopped,
      sends: [...stopped.sends!, sent('bye again', 60)],
      rows: {
        ...stopped.rows,
        lines: [
          ...stopped.rows!.lines!,
          line(6, 'bye again', { basis: confirmation('stop'), isBots: false, eventId: 'event-STOP' }),
        ],
      },
    }),
    ['afterStop'],
  ],

  'a send that is no line': [history({ sends: [...history().sends, sent('spam', 70)] }), ['withoutBasis']],
  'a line without a basis': [
    history({ rows: { lines: changed('luck', { basis: null }) } }),
    ['withoutBasis'],
  ],
  'a line that left when the reply window had closed': [
    history({
      said: [said('guide', 10), said('thesis', 50)].map((one) => ({ ...one, occurredAt: -86_400_000 })),
    }),
    ['withoutBasis'],
  ],
  'a line of a topic that nobody agreed to': [
    history({ rows: { lines: changed('luck', { basis: { kind: 'marketing_token', topic: 'tips' } }) } }),
    ['withoutBasis'],
  ],
  'a confirmation that nobody asked for': [
    history({ rows: { lines: changed('luck', { basis: confirmation('start') }) } }),
    ['withoutBasis'],
  ],
  'a line that claims to be a person’s': [
    history({ rows: { lines: changed('luck', { basis: { kind: 'person' } }) } }),
    ['withoutBasis'],
  ],

  'a claim after a take-over': [
    history({
      ...taken,
      rows: { ...taken.rows, commits: [commit('take_over', 1), commit('claim', 2, 'line-greeting')] },
    }),
    ['overAPerson'],
  ],
  'messages of the bot that left after a take-over': [
    history({ sends: [sent('greeting', 20), sent('question', 48), sent('luck', 60)], deeds: [took(40)] }),
    ['overAPerson'],
  ],
  'a line that a person had called off': [
    history({ ...taken, sends: [sent('greeting', 20), sent('question', 30), sent('mia', 50)] }),
    ['overAPerson'],
  ],
};

describe('the judge of a history', () => {
  it.each(Object.entries(plants))('finds %s', (_name, [planted, expected]) => {
    expect(wrongIn(judge(planted))).toEqual(expected);
  });

  it.each([
    ['a chat', history()],
    ['a chat by its script', history({ scripts, rows: asScripted })],
    ['a STOP', history(stopped)],
    ['a take-over', history(taken)],
    [
      'a START in the millisecond in which STOP is acknowledged',
      history({
        said: [
          ...[said('guide', 10), said('STOP', 12, { meaning: 'stop', acknowledgedAt: 15 })],
          ...[said('START', 15, { meaning: 'start' }), said('thesis', 50)],
        ],
        rows: {
          lines: [...history().rows.lines, heard(3.2, 'STOP'), heard(3.4, 'START')],
          ledger: [withdrawal('STOP')],
        },
      }),
    ],
    [
      'a message that was tried again',
      history({ sends: [sent('greeting', 15, { delivered: false }), ...history().sends] }),
    ],
    [
      'a message that nobody acknowledged',
      history({ said: [...history().said, said('more', 70, { acknowledgedAt: null })] }),
    ],
    [
      'a claim that was committed together with STOP',
      history({
        ...stopped,
        rows: { ...stopped.rows, commits: [commit('stop', 1), commit('claim', 1, 'line-greeting')] },
      }),
    ],
    [
      'a chat that STOP and START have passed',
      history({
        rows: { commits: [commit('stop', 1), commit('start', 2), commit('claim', 3, 'line-luck')] },
      }),
    ],
    [
      'a line that waited until its window had closed',
      history({
        sends: history().sends.slice(0, 2),
        rows: {
          lines: changed('luck', { state: 'not_sent', refusal: 'window_closed', stateAt: 90_000_000 }),
        },
      }),
    ],
    [
      'a chat that was handed back',
      history({
        rows: { commits: [commit('take_over', 1), commit('hand_back', 2), commit('claim', 3, 'line-luck')] },
      }),
    ],
  ])('has nothing against %s', (_name, good) => {
    expect(judge(good)).toEqual(Object.fromEntries(wrongs.map((wrong) => [wrong, []])));
  });
});

function wrongIn(judgement: Judgement): readonly Wrong[] {
  return wrongs.filter((wrong) => judgement[wrong].length > 0);
}
