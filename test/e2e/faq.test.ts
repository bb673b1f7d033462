import { describe, expect } from 'vitest';
import { it, type Stage } from './driver/stage.js';

const questions = (answer: string): string => `questions:
  - id: parking
    title: Parking
    ask: [Is there parking at the studio?, Where can I leave my car?]
    answer: ${answer}
  - id: dogs
    title: Dogs
    ask: [Can I bring my dog to the studio?, Are dogs welcome?]
    answer: Dogs are welcome.
`;

interface Line {
  readonly direction: string;
  readonly text: string;
  readonly spokenBy: unknown;
}

/** Someone in the simulator of a stage. */
function someone(stage: Stage, contact: string) {
  let written = 0;
  const lines = async (): Promise<readonly Line[]> => {
    const answer = await stage.get(`/simulator/contacts/${contact}`);
    return ((await answer.json()) as { readonly messages: readonly Line[] }).messages;
  };
  const send = async (body: object): Promise<readonly Line[]> => {
    const before = written === 0 ? 0 : (await lines()).length;
    written += 1;
    const { status } = await fetch(`${stage.server.address}/webhooks/simulator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ contact, id: `${contact}-${written}`, ...body }),
    });
    expect(status).toBe(200);
    // What an event leads to is saved with it, before it is acknowledged.
    return (await lines()).slice(before).filter(({ direction }) => direction === 'out');
  };
  return {
    says: (text: string) => send({ text }),
  };
}

/** Changes faq.yaml, and waits until the running server has looked at it. */
async function edit(stage: Stage, text: string, outcome: RegExp): Promise<void> {
  const { mark } = stage.server.output;
  await stage.flows.write('faq.yaml', text);
  await stage.server.output.waitFor(outcome, { from: mark });
}

const texts = (lines: readonly Line[]): readonly string[] => lines.map(({ text }) => text);

describe('the questions of the shipped workspace, in the simulator', () => {
  it('are answered, also in the middle of a flow, and say which question it was', async ({ openStage }) => {
    const stage = await openStage({ workspace: 'shipped', isConnected: false });
    const ana = someone(stage, 'Ana');
    expect(texts(await ana.says('pricing'))).toEqual([expect.stringContaining('What do you need?')]);

    const [answer, question] = await ana.says('can i pay it in instalments?');
    expect(answer).toMatchObject({ spokenBy: { kind: 'system', rule: 'faq:instalments' } });
    expect(answer?.text).toContain('Half at the start');
    expect(question?.text).toContain('What do you need?');
  });

  it('are asked back where it is not certain, kept over a restart, and chosen by number', async ({
    openStage,
  }) => {
    const stage = await openStage({ workspace: 'shipped', isConnected: false });
    const ben = someone(stage, 'Ben');
    // Whoever writes for the first time is welcomed before anything is asked back.
    expect(texts(await ben.says('good morning'))[0]).toContain('Hello Ben!');
    expect(texts(await ben.says('what about payment?'))).toEqual([
      expect.stringContaining('1. Can I pay in instalments?'),
    ]);

    await stage.restart();
    expect(texts(await ben.says('1'))).toEqual([expect.stringContaining('Half at the start')]);
  });
});

describe('an edit of faq.yaml', () => {
  it('is learnt while the server runs; one with a mistake changes nothing', async ({ openStage }) => {
    const stage = await openStage({
      isConnected: false,
      prepare: (flows) => flows.write('faq.yaml', questions('Behind the house.')),
    });
    const ask = async (who: string, text: string) => texts(await someone(stage, who).says(text));
    expect(await ask('Cleo', 'where do i leave the car?')).toEqual(['Behind the house.']);
    expect(await ask('Dora', 'do you have wifi?')).toEqual([expect.stringContaining('did not get that')]);

    await edit(
      stage,
      questions('In the yard.').replace('ask: [Are', 'aks: [Are').replace('id: dogs', 'id: parking'),
      /have mistakes/,
    );
    expect(await ask('Emil', 'where do i leave the car?')).toEqual(['Behind the house.']);

    const more = '  - { id: wifi, ask: [Do you have wifi?, Is there internet?], answer: It is fast. }\n';
    await edit(stage, questions('In the yard.') + more, /flows reloaded/);
    expect(await ask('Fritz', 'where do i leave the car?')).toEqual(['In the yard.']);
    expect(await ask('Gusti', 'have you got wifi?')).toEqual(['It is fast.']);
  });
});
