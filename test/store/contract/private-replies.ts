import { beforeEach, describe, expect, it } from 'vitest';
import type { Basis } from '../../../src/core/message.js';
import type { Arrival, Claim, Decide, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  botMessage,
  claimMessage,
  day,
  decision,
  doing,
  messageIn,
  minute,
  noon,
  nothing,
  openGate,
  outgoingStates,
  say,
  second,
  tells,
  writes,
  type OpenStore,
} from './world.js';

const hour = 60 * minute;
const lasts = 7 * day;

function replyTo(commentId: string, commentedAt = noon): Basis {
  return { kind: 'private_reply', commentId, until: commentedAt + lasts };
}

/** Answers a comment in private. */
export const answeringComments: Decide = (conversation, event) => {
  if (event.kind !== 'commentPosted') return decision(conversation);
  const { commentId, occurredAt } = event;
  return decision(conversation, [say(event, `To ${commentId}`, { basis: replyTo(commentId, occurredAt) })]);
};

/** Somebody comments on a post of ours. */
export function comments(commentId: string, whose: Parameters<typeof tells>[1], when = noon): Arrival {
  const content = { commentId, postId: 'post', text: 'guide', isLive: false, parentId: null } as const;
  return tells({ kind: 'commentPosted', ...content, ...at(when) }, { key: `${commentId} ${when}`, ...whose });
}

/** Begins at `now`, and takes as many in a second as an account may send. */
async function claimAll(store: Store, ids: readonly string[], now: number): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (let place = 0; place < ids.length; place += 250) {
    const at = now + (place / 250) * second;
    const some = ids.slice(place, place + 250).map((id) => store.claim(id, at, openGate));
    claims.push(...(await Promise.all(some)));
  }
  return claims;
}

/** One private reply to each comment, and of an account so many in an hour. */
export function describePrivateReplies(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const comment = async (commentId: string, contact = 'ada') =>
    (
      await applyOne(
        store,
        comments(commentId, { contact, key: `${commentId} of ${contact}` }),
        answeringComments,
      )
    ).conversationId;
  const claim = (id: string, now = noon) => store.claim(id, now, openGate);
  const lastLine = async (id: string) => (await store.readStory(id)).at(-1);

  describe('a comment', () => {
    it('has one private reply, whoever wants to send another', async () => {
      const one = await comment('c', 'ada');
      const two = await comment('c', 'grace');

      expect(await claim(two)).toEqual({ kind: 'idle' });
      expect(await lastLine(two)).toMatchObject({ state: 'not_sent', refusal: 'comment_answered' });
      expect(await claim(one)).toMatchObject({ kind: 'send' });
    });

    it('keeps its reply over tries, and has no other when that is sent or has failed', async () => {
      const id = await comment('c');
      const first = await claimMessage(store, id);
      await store.record(first, { kind: 'retry', at: noon + second, explanation: 'busy' }, noon, nothing);
      const again = await claimMessage(store, id, noon + second);
      await store.record(again, { kind: 'failed', failure: 'invalid', explanation: 'no' }, noon, nothing);
      const other = await comment('c', 'grace');

      expect(again.id).toBe(first.id);
      expect(await claim(other)).toEqual({ kind: 'idle' });
      expect(await lastLine(other)).toMatchObject({ refusal: 'comment_answered' });
    });

    it('may have another when its reply was cancelled, or refused, before it was tried', async () => {
      await comment('c');
      const cancelling = doing({ kind: 'cancelMessages', of: 'everyone', refusal: 'run_ended' });
      await applyOne(store, writes('stop'), cancelling);
      const second = await comment('c', 'grace');
      await store.claim(second, noon, { ...openGate, maySend: () => 'unreachable' });
      const third = await comment('c', 'joan');

      expect(await claim(third)).toMatchObject({ kind: 'send' });
    });

    it('may have another when its reply is queued and cancelled in the same breath', async () => {
      await applyOne(store, comments('c', { contact: 'ada' }), (conversation, event) =>
        decision(conversation, [
          say(event, 'Hi', { basis: replyTo('c') }),
          { kind: 'cancelMessages', of: 'bot', refusal: 'run_ended' },
        ]),
      );

      expect(await claim(await comment('c', 'grace'))).toMatchObject({ kind: 'send' });
    });

    it('is nobody’s business in another account', async () => {
      await claim(await comment('c'));
      const page = { account: 'studio_page', channel: 'messenger' } as const;
      const { conversationId } = await applyOne(store, comments('c', page), answeringComments);

      expect(await claim(conversationId)).toMatchObject({ kind: 'send' });
    });

    it('that is older than the platform allows has none, and says so', async () => {
      const id = await comment('c');
      const late = { ...openGate, maySend: () => 'window_closed' as const };

      expect(await store.claim(id, noon + lasts, late)).toEqual({ kind: 'idle' });
      expect(await lastLine(id)).toMatchObject({ state: 'not_sent', refusal: 'comment_expired' });
      expect(await store.figures(noon + lasts)).toMatchObject({
        waitingPrivateReplies: 0,
        expiredPrivateReplies24h: 1,
      });
      expect((await store.figures(noon + lasts + day)).expiredPrivateReplies24h).toBe(0);
    });

    it('counts as stopped where its contact said STOP, however old it is', async () => {
      const id = await comment('c');
      await store.claim(id, noon + lasts, { ...openGate, maySend: () => 'stopped' });

      expect(await lastLine(id)).toMatchObject({ state: 'cancelled', refusal: 'stopped' });
      expect((await store.figures(noon + lasts)).expiredPrivateReplies24h).toBe(0);
    });

    it('is forgotten long after its time, and not before', async () => {
      const id = await comment('c');
      const claimed = await claimMessage(store, id);
      await store.record(claimed, { kind: 'sent', platformMessageId: 'm' }, noon, nothing);
      const again = async (contact: string) => (await claim(await comment('c', contact))).kind;
      await store.prune(noon + lasts);

      expect(await again('grace')).toBe('idle');
      await store.prune(noon + lasts + 1);
      expect(await again('joan')).toBe('send');
    });

    it('goes with its contact when they are erased', async () => {
      await claim(await comment('c'));
      await store.erase((await store.readContact('studio_ig/ada'))!.id, noon);

      expect(await claim(await comment('c', 'grace'))).toMatchObject({ kind: 'send' });
    });
  });

  describe('more comments than may be answered in an hour', () => {
    const crowd = 2000;
    const budget = 750;

    const meet = async (): Promise<readonly string[]> => {
      const all = Array.from({ length: crowd }, (_, place) =>
        comments(`c${place}`, { contact: `fan${place}` }, noon + place * second),
      );
      return (await store.apply(all, answeringComments)).map(({ conversationId }) => conversationId);
    };
    const sentPlaces = (claims: readonly Claim[]) =>
      claims.flatMap(({ kind }, place) => (kind === 'send' ? [place] : []));
    const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

    it('are answered from the newest on, so many an hour, and the rest is shown', async () => {
      const ids = await meet();
      const begin = noon + crowd * second;
      const first = await claimAll(store, ids, begin);

      expect(sentPlaces(first)).toEqual(range(crowd - budget, crowd));
      expect(first[0]).toEqual({ kind: 'wait', until: begin + hour });
      expect((await store.figures(begin)).waitingPrivateReplies).toBe(crowd - budget);

      const soon = await claimAll(store, ids.slice(0, crowd - budget), begin + hour - minute);
      expect(sentPlaces(soon)).toEqual([]);

      const next = await claimAll(store, ids.slice(0, crowd - budget), begin + hour + minute);
      expect(sentPlaces(next)).toEqual(range(crowd - 2 * budget, crowd - budget));

      const late = noon + crowd * second + lasts;
      const left = ids.slice(0, crowd - 2 * budget);
      expect(new Set((await claimAll(store, left, late)).map(({ kind }) => kind))).toEqual(new Set(['idle']));
      expect(await lastLine(left[0]!)).toMatchObject({ state: 'not_sent', refusal: 'comment_expired' });
      expect(await store.figures(late)).toMatchObject({
        waitingPrivateReplies: 0,
        expiredPrivateReplies24h: crowd - 2 * budget,
      });
    }, 60_000);

    it('wait for as many places as there are newer ones that wait', async () => {
      const ids = await meet();
      const begin = noon + crowd * second;
      await claimAll(store, ids.slice(crowd - budget, crowd - 1), begin);
      await claimAll(store, ids.slice(crowd - 1), begin + minute);

      const newest = await claim(ids[crowd - budget - 1]!, begin + 2 * minute);
      const last = await claim(ids[crowd - 2 * budget]!, begin + 2 * minute);
      expect(newest).toEqual({ kind: 'wait', until: begin + hour });
      expect(last).toEqual({ kind: 'wait', until: begin + minute + hour });
    }, 60_000);
  });

  describe('a private reply that waits for its place', () => {
    /** Takes all places of the hour. */
    const fillHour = async () => {
      const all = Array.from({ length: 750 }, (_, place) =>
        comments(`f${place}`, { contact: `fan${place}` }, noon + 1),
      );
      const applied = await store.apply(all, answeringComments);
      const ids = applied.map(({ conversationId }) => conversationId);
      await claimAll(store, ids, noon);
    };

    it('does not hold up a medium that answers what its contact wrote since, whose rate is another', async () => {
      await fillHour();
      const id = await comment('c');
      const body = { text: '', media: { kind: 'audio', url: 'https://example.com/a.mp3', alt: '' } } as const;
      await applyOne(store, writes('hello'), (conversation, event) =>
        decision(conversation, [say(event, '', { body })]),
      );

      expect(messageIn(await claim(id, noon + minute)).body).toEqual(body);
    });

    it('does not hold up the answer to what its contact wrote since, but what is said in public about it', async () => {
      await fillHour();
      const id = await comment('c');
      await applyOne(store, writes('hello'), (conversation, event) =>
        decision(conversation, [
          say(event, 'Hi there'),
          {
            kind: 'replyPublicly',
            commentId: 'c',
            message: botMessage(event, 'See your messages', {
              id: `${event.id}.2`,
              basis: { kind: 'public_reply', commentId: 'c' },
            }),
          },
        ]),
      );
      const sent = messageIn(await claim(id, noon + minute));
      await store.record(sent, { kind: 'sent', platformMessageId: 'm' }, noon + minute, nothing);

      expect(sent.body.text).toBe('Hi there');
      expect(await claim(id, noon + minute)).toEqual({ kind: 'wait', until: noon + hour });
      expect(await outgoingStates(store, id)).toEqual(['queued', 'sent', 'queued']);
      expect(messageIn(await claim(id, noon + hour)).body.text).toBe('To c');
    });

    it('holds up no reply under a live broadcast, which lasts no longer than that', async () => {
      await fillHour();
      const live: Basis = { kind: 'private_reply', commentId: 'live', commentedAt: noon, until: noon + hour };
      const { conversationId } = await applyOne(store, comments('live', { contact: 'ada' }), (state, event) =>
        decision(state, [say(event, 'To live', { basis: live })]),
      );
      const asked: unknown[] = [];
      const takeSlot = (beginning: unknown) => {
        asked.push(beginning);
        return null;
      };

      expect(
        await store.claim(conversationId, noon + minute, { maySend: () => null, takeSlot }),
      ).toMatchObject({ kind: 'send' });
      expect(asked).toMatchObject([{ basis: 'private_reply', ratedApart: 'liveReplies' }]);
    });

    it('takes no place where the account’s lane has none', async () => {
      const id = await comment('c');
      await store.claim(id, noon, { maySend: () => null, takeSlot: () => noon + second });

      expect((await store.figures(noon)).waitingPrivateReplies).toBe(1);
      expect(await claim(id)).toMatchObject({ kind: 'send' });
      expect((await store.figures(noon)).waitingPrivateReplies).toBe(0);
    });
  });
}
