import { describe, expect, it } from 'vitest';
import type { Follower } from './driver/follower.js';
import { sharedStage } from './driver/stage.js';

const stage = sharedStage();

/** A follower whom the guide has handed to sales. */
async function shopOwner(): Promise<Follower> {
  const ada = stage().follower('messenger');
  await ada.says('guide');
  await ada.hears('Here is the guide');
  await ada.hears('What are you working on?');
  await ada.says('I run a shop');
  await ada.hears('this one goes to a person');
  await ada.hears(/Someone from Sales will answer you right here/);
  return ada;
}

describe('a handoff that a flow asks for', () => {
  it('is listed for its team, with why, and the follower is told what to expect', async () => {
    const ada = await shopOwner();
    const { conversation_id } = await ada.contact();
    const open = await stage().api.handoffs('state=open&team=sales&limit=100');
    expect(open.filter((one) => one.conversation_id === conversation_id)).toMatchObject([
      { team: 'sales', reason: 'flow', taken_by: null, note: expect.stringContaining('shop') as string },
    ]);
    expect(await ada.conversation()).toMatchObject({ state: 'with_person', owner: 'human', run: null });
    expect((await stage().figures()).get('heyword_backlog{of="open_handoffs"}')).toBeGreaterThan(0);
  });

  it('lets a person answer once, keeps the bot silent, and ends when it is handed back', async () => {
    const ada = await shopOwner();
    const path = await ada.conversationPath();
    const reply = { person: 'Mira', text: 'Hi, Mira here. What do you sell?', request_id: `reply-${ada.id}` };
    await stage().api.act(`${path}/reply`, reply);
    await stage().api.act(`${path}/reply`, reply);
    await ada.hears('Mira here');
    await ada.says('guide');
    await ada.hearsNothing();
    const { conversation_id } = await ada.contact();
    const [handoff] = (await stage().api.handoffs('state=taken&limit=100')).filter(
      (one) => one.conversation_id === conversation_id,
    );
    expect(handoff).toMatchObject({ taken_by: 'Mira' });

    await stage().api.act(`/handoffs/${encodeURIComponent(handoff!.id)}/hand-back`, { person: 'Mira' });
    await ada.hearsNothing();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    const again = await stage().api.refused(`/handoffs/${encodeURIComponent(handoff!.id)}/resolve`, {
      person: 'Mira',
    });
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'handoff_closed' } } });
  });

  it('is resolved with an outcome, and the bot answers again', async () => {
    const ada = await shopOwner();
    const path = await ada.conversationPath();
    await stage().api.act(`${path}/take`, { person: 'Jon' });
    await ada.hearsNothing();
    await stage().api.act(`${path}/resolve`, { person: 'Jon', outcome: 'booked' });
    expect(await ada.outcomes()).toContain('booked');
    expect(await ada.conversation()).toMatchObject({ owner: 'bot', handoff: null });
    await ada.says('guide');
    await ada.hears('Here is the guide');
  });

  it('does not keep STOP from being obeyed, nor a person from answering what was written after it', async () => {
    const ada = await shopOwner();
    const path = await ada.conversationPath();
    await ada.says('STOP');
    await ada.hears('You are unsubscribed');
    const tooSoon = await stage().api.refused(`${path}/reply`, {
      person: 'Mira',
      text: 'But we have such nice offers!',
      request_id: `soon-${ada.id}`,
    });
    expect(tooSoon).toMatchObject({ status: 409, body: { error: { code: 'stopped' } } });
    await ada.says('Wait, where is my parcel?');
    await ada.hearsNothing();
    await stage().api.act(`${path}/reply`, {
      person: 'Mira',
      text: 'It left this morning.',
      request_id: `parcel-${ada.id}`,
    });
    await ada.hears('It left this morning.');
  });
});

describe('a person asked for in words', () => {
  it('is given, in the language of the question', async () => {
    const ben = stage().follower();
    await ben.says('Kann ich mit einem Menschen sprechen?');
    await ben.hears(/Jemand aus dem Team .+ antwortet dir hier/);
    expect(await ben.conversation()).toMatchObject({ owner: 'human' });
  });
});
