import { describe, expect, it } from 'vitest';
import { presenceLasts } from '../../../src/contract/live.js';
import { Gossip } from '../../../src/inbox/live/gossip.js';
import { nobodyElse, type Whispers } from '../../../src/inbox/live/whispers.js';
import { type OpenPage, Presence } from '../../../src/inbox/presence/presence.js';
import { partyLine } from '../live/party-line.js';

const noon = Date.UTC(2026, 10, 27, 12);

interface Room {
  readonly presence: Presence;
  /** Conversations that were told of since this was last asked. */
  readonly changed: () => readonly string[];
  readonly pass: (ms: number) => void;
}

function open(whispers: Whispers = nobodyElse): Room {
  let now = noon;
  const heard: string[] = [];
  const presence = new Presence({ gossip: new Gossip(whispers), now: () => now });
  presence.onChanged((conversationId) => void heard.push(conversationId));
  return { presence, changed: () => heard.splice(0), pass: (ms) => void (now += ms) };
}

function pageOf(name: string, change: Partial<OpenPage> = {}): OpenPage {
  return { userId: `user-${name}`, name, page: 'page-1', conversationId: 'c1', isTyping: false, ...change };
}

describe('presence', () => {
  it('knows who has a conversation open and who types in it, whoever asks left out', () => {
    const { presence, changed } = open();
    presence.tell(pageOf('Kim', { isTyping: true }));
    presence.tell(pageOf('Ada'));
    presence.tell(pageOf('Bo', { conversationId: 'c2' }));
    expect(presence.present('c1', null)).toEqual([
      { id: 'user-Ada', name: 'Ada', isTyping: false },
      { id: 'user-Kim', name: 'Kim', isTyping: true },
    ]);
    expect(presence.present('c1', 'user-Ada').map(({ name }) => name)).toEqual(['Kim']);
    expect(changed()).toEqual(['c1', 'c1', 'c2']);
  });

  it('tells of a page only what is new', () => {
    const { presence, changed } = open();
    presence.tell(pageOf('Kim'));
    presence.tell(pageOf('Kim'));
    expect(changed()).toEqual(['c1']);
    presence.tell(pageOf('Kim', { isTyping: true }));
    expect(changed()).toEqual(['c1']);
    presence.tell(pageOf('Kim', { conversationId: 'c2' }));
    expect(changed()).toEqual(['c1', 'c2']);
    presence.tell(pageOf('Kim', { conversationId: null }));
    expect(changed()).toEqual(['c2']);
  });

  it('takes who says nothing more to be gone', () => {
    const { presence, changed, pass } = open();
    presence.tell(pageOf('Kim'));
    pass(presenceLasts / 2);
    presence.tell(pageOf('Ada'));
    changed();
    pass(presenceLasts / 2);
    expect(presence.present('c1', null).map(({ name }) => name)).toEqual(['Ada']);
    presence.expire();
    expect(changed()).toEqual(['c1']);
    presence.expire();
    expect(changed()).toEqual([]);
  });

  it('counts someone with two pages once, until both are closed', () => {
    const { presence } = open();
    presence.tell(pageOf('Kim', { isTyping: true }));
    presence.tell(pageOf('Kim', { page: 'page-2' }));
    expect(presence.present('c1', null)).toEqual([{ id: 'user-Kim', name: 'Kim', isTyping: true }]);
    presence.leave('user-Kim', 'page-1');
    expect(presence.present('c1', null)).toEqual([{ id: 'user-Kim', name: 'Kim', isTyping: false }]);
    presence.leave('user-Kim', 'page-2');
    expect(presence.present('c1', null)).toEqual([]);
  });

  it('lets nobody speak for a page of somebody else', () => {
    const { presence } = open();
    presence.tell(pageOf('Kim'));
    presence.leave('user-Ada', 'page-1');
    presence.tell(pageOf('Ada', { conversationId: 'c2' }));
    expect(presence.present('c1', null).map(({ name }) => name)).toEqual(['Kim']);
  });

  it('keeps no more pages of anybody than they can have open', () => {
    const { presence } = open();
    for (let page = 1; page <= 200; page += 1)
      presence.tell(pageOf('Kim', { page: `page-${page}`, conversationId: `c${page}` }));
    const kept = Array.from({ length: 200 }, (_, at) => presence.present(`c${at + 1}`, null)).flat();
    expect(kept).toHaveLength(30);
    expect(presence.present('c200', null)).toHaveLength(1);
  });

  it('hears what pages of other processes say, and that they have left', () => {
    const [here, there] = partyLine(2).map(open) as [Room, Room];
    here.presence.tell(pageOf('Kim', { isTyping: true }));
    expect(there.presence.present('c1', null)).toEqual([{ id: 'user-Kim', name: 'Kim', isTyping: true }]);
    here.presence.leave('user-Kim', 'page-1');
    expect(there.presence.present('c1', null)).toEqual([]);
    expect(there.changed()).toEqual(['c1', 'c1']);
  });

  it('passes over what it does not understand', () => {
    const [stranger, ours] = partyLine(2) as [Whispers, Whispers];
    const { presence, changed } = open(ours);
    for (const text of ['', '{', 'null', '{"kind":"page"}', '{"kind":"weather"}']) stranger.say(text);
    expect(presence.present('c1', null)).toEqual([]);
    expect(changed()).toEqual([]);
  });
});
