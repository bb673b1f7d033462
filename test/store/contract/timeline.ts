import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Effect } from '../../../src/core/effect.js';
import type { TimelineItem } from '../../../src/store/desk.js';
import type { Listing } from '../../../src/store/reads.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { entryFor } from './consent.js';
import {
  applyOne,
  at,
  botMessage,
  decision,
  doing,
  happens,
  minute,
  noon,
  nothing,
  parrot,
  say,
  tells,
  writes,
  type OpenStore,
} from './world.js';

const kim = { person: 'Kim', personId: 'u1' };

/** Everything that happened in one column. */
export function describeTimeline(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  async function readPages(
    conversationId: string,
    limit: number,
    from: string | null = null,
  ): Promise<readonly TimelineItem[]> {
    let items: readonly TimelineItem[] = [];
    let after = from;
    do {
      const page: Listing<TimelineItem> = await store.readTimeline(conversationId, { after, limit });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      items = [...page.items, ...items];
      after = page.next;
    } while (after !== null);
    return items;
  }

  function briefly(item: TimelineItem): string {
    switch (item.kind) {
      case 'message':
        return `${item.line.direction} ${item.line.body.text}`;
      case 'note':
        return `note ${item.note.text}`;
      case 'fact':
        return item.fact.of === 'event' ? item.fact.event.kind : item.fact.of;
    }
  }

  const note = (text: string, when: number): Decide =>
    doing({
      kind: 'addNote',
      note: { id: `note-${text}`, author: 'Kim', authorId: 'u1', text, mentions: [], at: when },
    });

  it('has lines with what caused them, notes and facts in the order in which they came', async () => {
    const { conversationId } = await applyOne(store, writes('guide', { at: noon }), (conversation, event) => {
      const speaker = {
        kind: 'flow',
        flow: 'guide',
        version: 'v1',
        step: 's',
        runId: `${event.id}.run`,
      } as const;
      const { effects } = parrot(conversation, event);
      return decision(conversation, [
        ...effects.slice(0, 1),
        { kind: 'sendMessage', message: botMessage(event, 'Here', { speaker }) },
        { kind: 'sendMessage', message: botMessage(event, 'More', { id: `${event.id}.2`, speaker }) },
      ]);
    });
    const consent: Decide = (conversation, event) =>
      event.kind === 'messageReceived'
        ? decision(conversation, [{ kind: 'recordConsent', entry: entryFor(event, { change: 'granted' }) }])
        : decision(conversation);
    await applyOne(store, writes('yes', { at: noon + minute }), consent);
    const opening = {
      id: 'h',
      team: 'sales',
      reason: 'flow',
      note: '',
      firstReplyDueAt: null,
      resolveDueAt: null,
    } as const;
    const handoff = doing({ kind: 'openHandoff', handoff: { ...opening, openedAt: noon + 2 * minute } });
    await applyOne(store, writes('help', { at: noon + 2 * minute }), handoff);
    const tookOver = { kind: 'personTookOver', ...kim, ...at(noon + 3 * minute) } as const;
    await applyOne(store, happens(conversationId, tookOver), nothing);
    await applyOne(store, happens(conversationId, tookOver), note('careful', noon + 4 * minute));
    const items = await readPages(conversationId, 100);

    expect(items.map(briefly)).toEqual([
      'in guide',
      'run',
      'out Here',
      'out More',
      'consent',
      'handoff',
      'personTookOver',
      'personTookOver',
      'note careful',
    ]);
    expect(items[2]).toMatchObject({ event: { kind: 'messageReceived', trace: [{ rule: 'test' }] } });
    expect(items[1]).toMatchObject({ fact: { flow: 'guide' } });
  });

  it('tells what was done before what was said to it, and what a flow has led to after what it said', async () => {
    const says = (text: string, ...more: readonly Effect[]): Decide => {
      return (conversation, event) =>
        decision(conversation, [
          ...parrot(conversation, event).effects.filter(({ kind }) => kind !== 'sendMessage'),
          ...more,
          { kind: 'sendMessage', message: botMessage(event, text) },
        ]);
    };
    const { conversationId } = await applyOne(store, writes('yes', { at: noon }), (conversation, event) =>
      says('Lovely', { kind: 'recordConsent', entry: entryFor(event, { change: 'granted' }) })(
        conversation,
        event,
      ),
    );
    const handoff = { id: 'h', team: 'sales', reason: 'flow', note: '' } as const;
    const due = { firstReplyDueAt: null, resolveDueAt: null, openedAt: noon + minute };
    const opens = says('One moment', { kind: 'openHandoff', handoff: { ...handoff, ...due } });
    await applyOne(store, writes('help', { at: noon + minute }), opens);
    const resolved = { kind: 'handoffResolved', ...kim, outcome: null, ...at(noon + 2 * minute) } as const;
    await applyOne(store, happens(conversationId, resolved), says('How was it?'));

    expect((await readPages(conversationId, 100)).map(briefly)).toEqual([
      ...['in yes', 'consent', 'out Lovely'],
      ...['in help', 'out One moment', 'handoff'],
      ...['handoffResolved', 'out How was it?'],
    ]);
  });

  it('tells of an event that could not be decided', async () => {
    const { conversationId } = await applyOne(store, writes('boom'), (conversation, event) => {
      if (event.kind === 'messageReceived') throw new Error('a bug');
      return decision(conversation);
    });
    const items = await readPages(conversationId, 10);

    expect(items.filter((item) => item.kind === 'fact' && item.fact.of === 'event')).toMatchObject([
      { fact: { isPoison: true } },
    ]);
  });

  it('is empty for nobody, and behind a cursor that is none', async () => {
    const { conversationId } = await applyOne(store, writes('hi'));

    expect(await store.readTimeline('nobody', { after: null, limit: 5 })).toEqual({ items: [], next: null });
    expect(await store.readTimeline(conversationId, { after: 'x', limit: 5 })).toEqual({
      items: [],
      next: null,
    });
  });

  type What = 'message' | 'note' | 'fact';

  /** Says something, notes something, or takes the chat; answers the id of what is then to be found. */
  async function act(what: What, whose: { contact: string; conversationId: string }, when: number) {
    const { contact, conversationId } = whose;
    const id = randomUUID();
    if (what === 'fact') {
      const content = { kind: 'personTookOver', ...kim, ...at(when) } as const;
      return (await applyOne(store, happens(conversationId, content), nothing)).eventId;
    }
    const arrival = writes(id, { contact, at: when });
    if (what === 'note') {
      await applyOne(store, arrival, note(id, when));
      return `note-${id}`;
    }
    const hear: Decide = (conversation, event) =>
      decision(conversation, parrot(conversation, event).effects.slice(0, 1));
    return `${(await applyOne(store, arrival, hear)).eventId}.in`;
  }

  it('has everything exactly once over its pages, in order, however much comes in meanwhile', async () => {
    const what = fc.constantFrom<What>('message', 'note', 'fact');
    const deeds = fc.array(fc.record({ what, late: fc.boolean() }), { minLength: 1, maxLength: 25 });
    const limits = fc.integer({ min: 1, max: 7 });
    await fc.assert(
      fc.asyncProperty(deeds, limits, async (acts, limit) => {
        const contact = randomUUID();
        const { conversationId } = await applyOne(store, writes('begins', { contact }), nothing);
        const whose = { contact, conversationId };
        const done: { readonly what: What; readonly id: string }[] = [];
        for (const [index, deed] of acts.entries()) {
          const when = noon + (deed.late ? -minute : index * 1000);
          done.push({ what: deed.what, id: await act(deed.what, whose, when) });
        }
        const first = await store.readTimeline(conversationId, { after: null, limit });
        for (const meanwhile of ['message', 'note', 'fact'] as const) await act(meanwhile, whose, noon);
        const earlier = first.next === null ? [] : await readPages(conversationId, limit, first.next);
        const items = [...earlier, ...first.items];

        for (const kind of ['message', 'note', 'fact'] as const)
          expect(items.filter((item) => item.kind === kind).map(({ id }) => id)).toEqual(
            done.filter((deed) => deed.what === kind).map(({ id }) => id),
          );
      }),
      { numRuns: 15 },
    );
  });

  it('goes on after the contacts were merged', async () => {
    await applyOne(store, writes('from ida', { contact: 'ida' }), parrot);
    await applyOne(store, writes('from ada'), parrot);
    const { address, ...rest } = writes('together', { at: noon + minute });
    const both = { ...address, kind: 'platform', alsoKnownAs: ['ida'] } as typeof address;
    const { conversationId } = await applyOne(store, { address: both, ...rest }, nothing);
    const items = (await readPages(conversationId, 3)).map(briefly);

    expect(items).toContain('merge');
    expect(items.filter((item) => item.startsWith('in '))).toHaveLength(2);
  });

  it('reads no more of a long story than its page', async () => {
    const { conversationId } = await applyOne(store, writes('hi'), (conversation, event) =>
      decision(
        conversation,
        Array.from({ length: 500 }, (_, number) =>
          say(event, `line ${number}`, { id: `${event.id}.${number}` }),
        ),
      ),
    );
    const { items, next } = await store.readTimeline(conversationId, { after: null, limit: 3 });
    await applyOne(store, tells({ kind: 'messagesRead', platformMessageIds: [], upTo: noon, ...at(noon) }));

    expect(items.map(briefly)).toEqual(['out line 497', 'out line 498', 'out line 499']);
    expect(next).not.toBeNull();
  });
}
