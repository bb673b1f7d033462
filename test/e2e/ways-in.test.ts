import { describe, expect } from 'vitest';
import { it, type Stage } from './driver/stage.js';
import type { WorkspaceFolder } from './driver/workspace-folder.js';

const checklist = `flow: checklist
title: The checklist
start:
  - comment: [checklist, list]
    reply_publicly:
      - Sent! Check your messages.
      - It is in your inbox now.
  - ice_breaker: Where is the checklist?
steps:
  - ask: Here is the checklist. Shall we walk through it together?
    id: wish
    save: wish
    within: 20h
    otherwise: end
  - outcome: walked_through
  - say: Wonderful, see you then.
`;

const checkIn = `flow: check_in
title: How it went
start:
  - after: { outcome: walked_through, wait: 1s, unless: booked }
steps:
  - say: Did the checklist help?
  - end
`;

const prepare = async (flows: WorkspaceFolder): Promise<void> => {
  await flows.write('checklist.yaml', checklist);
  await flows.write('check_in.yaml', checkIn);
};

interface Line {
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly state: string | null;
  readonly isPublic: boolean;
}

let said = 0;

/** Someone in the simulator of a stage. */
function simulated(stage: Stage, contact: string) {
  const story = async (): Promise<readonly Line[]> => {
    const answer = await stage.get(`/simulator/contacts/${contact}`);
    return answer.status === 200 ? ((await answer.json()) as { messages: readonly Line[] }).messages : [];
  };
  return {
    story,
    /** Resolves when the server has acknowledged it: whatever it leads to at once is saved by then. */
    does: async (deed: object, id = `said-${(said += 1)}`): Promise<void> => {
      const { status } = await fetch(`${stage.server.address}/webhooks/simulator`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ contact, id, ...deed }),
      });
      expect(status).toBe(200);
    },
    /** What has been said to them, once all of it has arrived. */
    hears: async (...lines: readonly string[]): Promise<void> => {
      const heard = async (): Promise<readonly string[]> =>
        (await story())
          .filter(({ direction }) => direction === 'out')
          .map(({ text, state, isPublic }) => `${isPublic ? 'public: ' : ''}${text} (${state ?? ''})`);
      const expected = lines.map((line) => `${line} (sent)`);
      await expect.poll(heard, { timeout: 15_000 }).toEqual(expected);
    },
  };
}

const question = 'Here is the checklist. Shall we walk through it together?';
const publicReplies = ['public: Sent! Check your messages.', 'public: It is in your inbox now.'];

describe('a comment under a post', () => {
  it('is answered in private and in public, once for each person and post, however often it is delivered', async ({
    openStage,
  }) => {
    const stage = await openStage({ isConnected: false, prepare });
    const ana = simulated(stage, 'Ana');
    const comment = { comment: { text: 'The list, please!', postId: '17' } };
    await ana.does(comment, 'comment-1');
    await ana.does(comment, 'comment-1');
    await ana.does({ comment: { text: 'list?', postId: '17' } });
    await expect.poll(async () => (await ana.story()).filter(({ state }) => state === 'sent').length).toBe(2);
    const [, , reply] = await ana.story();
    expect(publicReplies).toContain(`public: ${reply?.text ?? ''}`);
    await ana.hears(question, `public: ${reply?.text ?? ''}`);

    const ben = simulated(stage, 'Ben');
    await ben.does({ comment: { text: 'list', postId: '17' } });
    await expect.poll(async () => (await ben.story()).filter(({ state }) => state === 'sent').length).toBe(2);

    // Another post is another wish; the answer in public is not the one that she got last.
    await ana.does({ comment: { text: 'checklist', postId: '18' } });
    const [other] = publicReplies.filter((text) => !text.endsWith(reply?.text ?? ''));
    await expect
      .poll(async () => (await ana.story()).map(({ text }) => text))
      .toContain(other?.replace('public: ', ''));
  });

  it('lets the chat go on by the answer, and the follow-up come by itself', async ({ openStage }) => {
    const stage = await openStage({ isConnected: false, prepare });
    const ana = simulated(stage, 'Ana');
    await ana.does({ comment: { text: 'checklist' } });
    await expect.poll(async () => (await ana.story()).filter(({ state }) => state === 'sent').length).toBe(2);
    const [, , reply] = await ana.story();
    await ana.does({ text: 'yes please' });
    await ana.hears(
      question,
      `public: ${reply?.text ?? ''}`,
      'Wonderful, see you then.',
      'Did the checklist help?',
    );
  });

  it('that asks for no messages is left alone, and so is everything after STOP', async ({ openStage }) => {
    const stage = await openStage({ isConnected: false, prepare });
    const ana = simulated(stage, 'Ana');
    await ana.does({ comment: { text: 'stop' } });
    await ana.does({ text: 'stop' });
    await ana.does({ comment: { text: 'checklist' } });
    const words = (await ana.story()).filter(({ direction }) => direction === 'out').map(({ text }) => text);
    expect(words).toEqual([expect.stringContaining('unsubscribed')]);
  });
});

describe('an ice breaker', () => {
  it('is told to whoever shows it, and starts its flow', async ({ openStage }) => {
    const stage = await openStage({ isConnected: false, prepare });
    const info = (await (await stage.get('/simulator/info')).json()) as { buttons: readonly object[] };
    const button = { title: 'Where is the checklist?', payload: 'start:checklist' };
    expect(info.buttons).toEqual([{ ...button, flow: 'checklist' }]);
    const ana = simulated(stage, 'Ana');
    await ana.does({ postback: button });
    await ana.hears(question);
  });
});
