import { describe, expect, it } from 'vitest';
import type { Line, TimelineItem } from '../../src/console/pages/conversation/state/answers.js';
import { askedAtCaret, putInstead } from '../../src/console/pages/conversation/state/asked-at-caret.js';
import { emptyDraft, keepDraft, readDraft } from '../../src/console/pages/conversation/state/drafts.js';
import { fillReply, openVariables } from '../../src/console/pages/conversation/state/fill-reply.js';
import { findReplies } from '../../src/console/pages/conversation/state/find-replies.js';
import {
  mentionedIn,
  partsOfNote,
  peopleCalled,
} from '../../src/console/pages/conversation/state/mentions.js';
import {
  afterReload,
  changeOutbox,
  notYetTold,
  unseenBy,
  type Outgoing,
} from '../../src/console/pages/conversation/state/outbox.js';
import { snoozeTimes } from '../../src/console/pages/conversation/state/snooze-times.js';
import { storyEntries } from '../../src/console/pages/conversation/state/story-entries.js';
import { judgeLength, textLength } from '../../src/console/pages/conversation/state/text-length.js';
import { timeLeft } from '../../src/console/pages/conversation/state/time-left.js';
import { momentOf, wallTimeAt } from '../../src/console/pages/conversation/state/zoned-time.js';
import { bare } from './fake-inbox/story-lines.js';

const line = (rest: Partial<Line> = {}): Line => ({
  ...bare,
  id: 'm1',
  from: 'contact',
  text: 'hello',
  at: '2026-03-02T10:00:00.000Z',
  ...rest,
});

const message = (id: string, at: string, rest: Partial<Line> = {}): TimelineItem => ({
  kind: 'message',
  id,
  at,
  line: line({ id, at, ...rest }),
});
const note = (id: string, at: string, text = 'a note'): TimelineItem => ({
  ...{ kind: 'note', id, at, text, mentions: [] },
  author: { id: 'u1', name: 'Ben' },
});
const fact = (id: string, at: string): TimelineItem => ({
  ...{ kind: 'fact', id, at, fact: 'handoff_taken', by: 'Ben', details: {} },
});
const mira = { kind: 'person', name: 'Mira', id: null } as const;

describe('the story', () => {
  const dayOf = (at: string): string => at.slice(0, 10);
  const kinds = (items: readonly TimelineItem[]): readonly string[] =>
    storyEntries(items, dayOf).map((entry) =>
      entry.kind === 'turn' || entry.kind === 'facts' ? `${entry.kind} ${entry.items.length}` : entry.kind,
    );

  it('keeps together what one voice says in a row, and names each day once', () => {
    const items = [
      message('1', '2026-03-02T10:00:00Z'),
      message('2', '2026-03-02T10:01:00Z'),
      message('3', '2026-03-02T10:02:00Z', { direction: 'out', speaker: mira }),
      fact('4', '2026-03-02T10:03:00Z'),
      fact('5', '2026-03-02T10:03:00Z'),
      message('6', '2026-03-03T10:00:00Z', { direction: 'out', speaker: mira }),
      note('7', '2026-03-03T10:00:30Z'),
    ];
    expect(kinds(items)).toEqual(['day', 'turn 2', 'turn 1', 'facts 2', 'day', 'turn 1', 'note']);
  });

  it('names a speaker anew after ten minutes, and tells two people apart', () => {
    const out = (id: string, at: string, name: string): TimelineItem =>
      message(id, at, { direction: 'out', speaker: { kind: 'person', name, id: null } });
    const items = [
      out('1', '2026-03-02T10:00:00Z', 'Mira'),
      out('2', '2026-03-02T10:11:00Z', 'Mira'),
      out('3', '2026-03-02T10:11:10Z', 'Ben'),
    ];
    expect(kinds(items)).toEqual(['day', 'turn 1', 'turn 1', 'turn 1']);
  });
});

describe('the length of a text', () => {
  it('is counted as the platform counts it', () => {
    const text = 'Grüße 👋🏽';
    expect([textLength(text, 'characters'), textLength(text, 'utf16'), textLength(text, 'bytes')]).toEqual([
      8, 10, 16,
    ]);
  });

  it('is near its limit when little is left, and over it by one', () => {
    const limit = { most: 1000, unit: 'bytes' } as const;
    expect(judgeLength('a'.repeat(899), limit)).toMatchObject({ left: 101, isNear: false });
    expect(judgeLength('a'.repeat(900), limit)).toMatchObject({ left: 100, isNear: true, isOver: false });
    expect(judgeLength('ü'.repeat(501), limit)).toMatchObject({ left: -2, isOver: true });
  });
});

describe('a saved reply', () => {
  const values = {
    contact: { first_name: '{{agent.name}}', name: 'Ana Costa' },
    agent: { name: 'Ben' },
    workspace: { brand: 'Studio Nord' },
    answers: new Map([['project', 'a shop']]),
  };

  it('is filled in one pass, and what is filled in is never looked at again', () => {
    const text =
      'Hi {{ contact.first_name or "there" }}, {{agent.name}} of {{workspace.brand}}: {{answer.project}}';
    expect(fillReply(text, values)).toBe('Hi {{agent.name}}, Ben of Studio Nord: a shop');
  });

  it('says what stands behind `or` where nothing is known, and else leaves the variable to be seen', () => {
    const nobody = { ...values, contact: { first_name: null, name: null } };
    expect(fillReply('Hi {{contact.first_name or "there"}}', nobody)).toBe('Hi there');
    const left = fillReply('Your {{answer.size}}, {{answer.constructor}}', nobody);
    expect(openVariables(left)).toEqual(['{{answer.size}}', '{{answer.constructor}}']);
  });

  it('is found by its shortcut first, then by its words, within its workspace', () => {
    const reply = (shortcut: string, text: string, workspace: string | null = null) => ({
      ...{ id: shortcut, shortcut, text, workspace, is_shared: true, is_mine: false },
    });
    const all = [reply('late-hours', ''), reply('hours', ''), reply('hi', 'Our hours'), reply('ho', '', 'x')];
    expect(findReplies('ho', all, 'main').map(({ shortcut }) => shortcut)).toEqual([
      ...['hours', 'late-hours', 'hi'],
    ]);
  });
});

describe('what is asked for at the caret', () => {
  it('is a saved reply behind a slash that begins a word, and not within an address', () => {
    expect(askedAtCaret('/ho', 3, ['/'])).toEqual({ sign: '/', query: 'ho', from: 0, to: 3 });
    expect(askedAtCaret('Hi /', 4, ['/'])).toMatchObject({ query: '' });
    expect(askedAtCaret('https://ho', 10, ['/'])).toBeNull();
    expect(askedAtCaret('and/or', 6, ['/'])).toBeNull();
  });

  it('is a colleague behind an @, whose last name may follow', () => {
    expect(askedAtCaret('ask @Ben Ok', 11, ['@'])).toMatchObject({ query: 'Ben Ok', from: 4 });
    expect(askedAtCaret('ask @Ben', 8, ['/'])).toBeNull();
    expect(askedAtCaret('ben@example', 11, ['@'])).toBeNull();
  });

  it('is replaced by what was chosen, and the caret stands behind it', () => {
    const asked = askedAtCaret('Hi /ho there', 6, ['/'])!;
    expect(putInstead('Hi /ho there', asked, 'We open at nine')).toEqual({
      ...{ text: 'Hi We open at nine there', caret: 18 },
    });
  });
});

describe('a note', () => {
  const people = [
    { id: 'u1', name: 'Ben' },
    { id: 'u2', name: 'Ben Okri' },
    { id: 'u3', name: 'ليلى' },
  ];

  it('mentions whom it names behind an @, the longer name before the shorter', () => {
    expect(mentionedIn('@Ben Okri and @ليلى: see @Nobody', people)).toEqual(['u2', 'u3']);
    expect(partsOfNote('ask @Ben, please', people)).toEqual([
      { text: 'ask ', isMention: false },
      { text: '@Ben', isMention: true },
      { text: ', please', isMention: false },
    ]);
  });

  it('finds colleagues by the beginning of any part of their name', () => {
    expect(peopleCalled('ok', people).map(({ id }) => id)).toEqual(['u2']);
  });
});

describe('what was sent', () => {
  const outgoing: Outgoing = {
    requestId: 'r1',
    kind: 'reply',
    text: 'hello',
    mentions: [],
    uploads: [],
    seen: 'm1n0',
    after: '1',
    at: 0,
    progress: 'sending',
    problem: null,
    eventId: null,
  };
  const event: Line['event'] = {
    id: 'e9',
    kind: 'personReplied',
    disposition: 'handled',
    trace: [],
    occurred_at: '2026-03-02T10:00:00Z',
    received_at: '2026-03-02T10:00:00Z',
  };

  it('stands beneath the story until the story tells it itself', () => {
    const box = changeOutbox([outgoing], { type: 'accepted', requestId: 'r1', eventId: 'e9' });
    const story = [message('1', '2026-03-02T10:00:00Z')];
    expect(notYetTold(box, story)).toHaveLength(1);
    expect(notYetTold(box, [...story, message('2', '2026-03-02T10:00:01Z', { event })])).toEqual([]);
  });

  it('keeps its id when it is tried again, and is there once', () => {
    const failed = changeOutbox([outgoing], { type: 'failed', requestId: 'r1', problem: 'offline' });
    expect(failed).toMatchObject([{ progress: 'failed', problem: 'offline', text: 'hello' }]);
    expect(changeOutbox(failed, { type: 'sent', outgoing })).toEqual([outgoing]);
  });

  it('is offered again after a reload, and rubbish is not', () => {
    expect(afterReload([outgoing])).toMatchObject([{ requestId: 'r1', progress: 'failed' }]);
    expect(afterReload({ length: 1 })).toEqual([]);
  });

  it('knows what its writer had not seen', () => {
    const story = [
      message('1', '2026-03-02T10:00:00Z'),
      message('2', '2026-03-02T10:00:01Z', { direction: 'out', speaker: mira, text: 'Mira here' }),
      fact('3', '2026-03-02T10:00:02Z'),
    ];
    expect(unseenBy(outgoing, story, () => false).map(({ id }) => id)).toEqual(['2']);
    expect(unseenBy(outgoing, story, () => true)).toEqual([]);
  });
});

describe('a draft', () => {
  const storeOf = (kept = new Map<string, string>()) => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });

  it('is kept for each conversation apart', () => {
    const store = storeOf();
    keepDraft(store, 'c1', { mode: 'note', reply: 'r', note: 'n' });
    expect(readDraft(store, 'c1')).toEqual({ mode: 'note', reply: 'r', note: 'n' });
    expect(readDraft(store, 'c2')).toEqual(emptyDraft);
  });

  it('is empty where the store is closed or holds something else', () => {
    const closed = {
      ...storeOf(),
      getItem: () => {
        throw new Error('closed');
      },
    };
    expect(readDraft(closed, 'c1')).toEqual(emptyDraft);
    expect(readDraft(storeOf(new Map([['heyword draft c1', '[1]']])), 'c1')).toEqual(emptyDraft);
  });
});

describe('time', () => {
  it('is said in as many units as help', () => {
    const words = (span: number): string =>
      timeLeft(span, 0)
        .parts.map(({ unit, amount }) => `${amount} ${unit}`)
        .join(' ');
    expect([45_000, 119_000, 600_000, 4_800_000, 39_600_000, 260_000_000].map(words)).toEqual([
      ...['45 second', '119 second', '10 minute', '1 hour 20 minute', '11 hour', '3 day'],
    ]);
    expect(timeLeft(1_000, 2_000).isOver).toBe(true);
  });

  it('on the wall is found again over a change of the clocks', () => {
    const zone = 'Europe/Berlin';
    expect(momentOf('2026-03-30T09:00', zone)).toBe(Date.parse('2026-03-30T07:00:00Z'));
    expect(momentOf('2026-10-25T02:30', zone)).toBe(Date.parse('2026-10-25T00:30:00Z'));
    expect(wallTimeAt(momentOf('2026-03-29T02:30', zone)!, zone)).toBe('2026-03-29T03:30');
    expect(momentOf('tomorrow', zone)).toBeNull();
  });

  it('to snooze until is in the agent’s zone, and each is offered once', () => {
    const sunday = Date.parse('2026-03-29T20:00:00Z');
    const times = snoozeTimes(sunday, 'Europe/Berlin');
    expect(times.map(({ name }) => name)).toEqual(['in_an_hour', 'tomorrow']);
    expect(times[1]?.until).toBe(Date.parse('2026-03-30T07:00:00Z'));
    const wednesday = snoozeTimes(Date.parse('2026-03-25T08:00:00Z'), 'Europe/Berlin');
    expect(wednesday.at(-1)).toEqual({ name: 'next_monday', until: Date.parse('2026-03-30T07:00:00Z') });
    expect(wednesday.map(({ name }) => name)).toContain('this_afternoon');
  });
});
