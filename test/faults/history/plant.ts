import type { Basis, Commit, Deed, History, LedgerRow, Line, Rows, Said, Sent } from './history.js';

const contact = '900';
export const conversation = 1;

export function said(messageId: string, at: number, more: Partial<Said> = {}): Said {
  const moments = { occurredAt: at, handedAt: at, acknowledgedAt: at + 5 };
  return { contact, messageId, text: messageId, meaning: 'other', ...moments, ...more };
}

export function heard(sequence: number, platformMessageId: string): Line {
  return {
    ...{ sequence, id: `in-${String(sequence)}`, conversation, direction: 'in', text: platformMessageId },
    ...{
      eventId: `event-${platformMessageId}`,
      platformMessageId,
      state: null,
      stateAt: null,
      refusal: null,
    },
    ...{ speaker: null, basis: null, isBots: false, claimedAt: null },
  };
}

export function line(sequence: number, text: string, more: Partial<Line> = {}): Line {
  return {
    ...{ sequence, id: `line-${text}`, conversation, direction: 'out', text, eventId: 'event-guide' },
    ...{ platformMessageId: `sent-${text}`, state: 'sent', stateAt: 0, refusal: null, speaker: 'flow' },
    ...{ basis: { kind: 'reply_window' }, isBots: true, claimedAt: 0, ...more },
  };
}

export function sent(text: string, at: number, more: Partial<Sent> = {}): Sent {
  return { at, contact, lineId: `line-${text}`, text, delivered: true, ...more };
}

export function withdrawal(messageId: string): LedgerRow {
  const eventId = `event-${messageId}`;
  return {
    ...{ conversation, sequence: 1, change: 'withdrawn', purpose: 'all', receivedAt: 100 },
    ...{ eventId, platformMessageId: messageId },
  };
}

export function commit(what: Commit['what'], transaction: number, lineId: string | null = null): Commit {
  return { conversation, what, lineId, transaction };
}

export function took(at: number, more: Partial<Deed> = {}): Deed {
  const moments = { handedAt: at, acknowledgedAt: at + 5 };
  return { contact, kind: 'take', text: '', eventId: null, ...moments, ...more };
}

interface Change extends Partial<Omit<History, 'rows'>> {
  readonly rows?: Partial<Rows>;
}

/** A contact who says "guide", is greeted and asked, answers "thesis", and is wished luck. */
export function history({ rows, ...change }: Change = {}): History {
  return {
    said: [said('guide', 10), said('thesis', 50)],
    deeds: [],
    sends: [sent('greeting', 20), sent('question', 30), sent('luck', 60)],
    scripts: new Map(),
    ...change,
    rows: {
      conversations: [{ number: conversation, contact }],
      lines: [
        ...[heard(1, 'guide'), line(2, 'greeting'), line(3, 'question')],
        ...[heard(4, 'thesis'), line(5, 'luck')],
      ],
      ledger: [],
      events: [],
      outcomes: [],
      commits: [],
      ...rows,
    },
  };
}

export function without(text: string): readonly Line[] {
  return history().rows.lines.filter((one) => one.text !== text);
}

export function changed(text: string, more: Partial<Line>): readonly Line[] {
  return history().rows.lines.map((one) => (one.text === text ? { ...one, ...more } : one));
}

const script = {
  lines: [/^greeting$/, /^question$/, /^luck$/].map((what) => ({ what, optional: false })),
  outcomes: [{ what: 'delivered', optional: false }],
  ledger: ['granted tips'],
};
export const asScripted: Partial<Rows> = {
  outcomes: [{ conversation, name: 'delivered' }],
  ledger: [{ ...withdrawal('thesis'), change: 'granted', purpose: 'tips' }],
};
export const scripts = new Map([[contact, script]]);

/** "STOP" after the greeting, which is confirmed. */
export const stopped: Change = {
  said: [said('guide', 10), said('STOP', 40, { meaning: 'stop' })],
  sends: [sent('greeting', 20), sent('bye', 50)],
  rows: {
    lines: [
      ...[heard(1, 'guide'), line(2, 'greeting')],
      line(3, 'question', { state: 'cancelled', refusal: 'stopped' }),
      ...[
        heard(4, 'STOP'),
        line(5, 'bye', { basis: confirmation('stop'), isBots: false, eventId: 'event-STOP' }),
      ],
    ],
    ledger: [withdrawal('STOP')],
    commits: [commit('claim', 1, 'line-greeting'), commit('stop', 2), commit('claim', 3, 'line-bye')],
  },
};

export function confirmation(of: string): Basis {
  return { kind: 'confirmation', of };
}

/** The same with an agent instead of STOP, who answers by "mia". */
export const taken: Change = {
  said: [said('guide', 10)],
  deeds: [took(40), took(45, { kind: 'reply', text: 'mia' })],
  sends: [sent('greeting', 20), sent('mia', 50)],
  rows: {
    lines: [
      ...[heard(1, 'guide'), line(2, 'greeting')],
      line(3, 'question', { state: 'cancelled', refusal: 'owner_changed' }),
      line(4, 'mia', { speaker: 'person', basis: { kind: 'person' }, isBots: false }),
    ],
    commits: [commit('claim', 1, 'line-greeting'), commit('take_over', 2), commit('claim', 3, 'line-mia')],
  },
};
