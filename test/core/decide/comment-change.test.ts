import { describe, expect, it } from 'vitest';
import { ask, comment, contact, flow, outcome, say } from '../world/flows.js';
import { commentBecame } from '../world/happenings.js';
import { World } from '../world/world.js';

const replies = ['Sent! Check your messages.', 'It is in your inbox now.', 'Done!'];

const checklist = flow(
  'checklist',
  [comment(['checklist', 'the list'], { publicReplies: replies })],
  ask('wish', 'Here is the checklist. Shall we walk through it?', { save: 'wish' }),
  outcome('delivered'),
  say('Great!'),
);

function world(...flows: readonly ReturnType<typeof flow>[]): World {
  return new World(flows.length > 0 ? flows : [checklist], { channel: 'simulator' });
}

describe('a comment that is gone before it was answered', () => {
  it.each([
    ['removed', commentBecame('removed')],
    ['hidden', commentBecame('hidden')],
    ['edited to ask for no messages', commentBecame('edited', 'comment', 'please stop messaging me')],
  ])('because it was %s is answered neither in private nor in public', (_, happening) => {
    const one = world();
    one.comments('checklist');
    one.happens(happening);

    expect(one.sends()).toEqual([]);
    expect(one.outbox.posts.map(({ refusal }) => refusal)).toEqual(['comment_gone', 'comment_gone']);
    expect(one.conversation.run?.comment).toBeUndefined();
  });

  it.each([
    ['is shown again', commentBecame('shown')],
    ['is edited', commentBecame('edited', 'comment', 'The checklist, pretty please')],
    ['is edited, who knows how', commentBecame('edited')],
  ])('is answered where it only %s', (_, happening) => {
    const one = world();
    one.comments('checklist');
    one.happens(happening);

    expect(one.sends()).toHaveLength(2);
  });

  it('leaves its copy to be deleted only where it was removed', () => {
    const one = world();
    one.comments('checklist');
    one.happens(commentBecame('hidden'));
    expect(one.asked('forgetMessage')).toEqual([]);
    one.happens(commentBecame('removed'));
    expect(one.asked('forgetMessage')).toEqual([{ kind: 'forgetMessage', platformMessageId: 'comment' }]);
  });

  it('starts nothing where it is told of afterwards, or had to wait', () => {
    const late = world();
    late.happens(commentBecame('removed'));
    late.comments('checklist');
    expect(late.messages).toEqual([]);

    const greeting = flow('hi', [comment(['hi'])], say('Hi ', contact('first_name')), outcome('greeted'));
    const waiting = world(greeting);
    waiting.comments('hi');
    waiting.happens(commentBecame('removed'));
    waiting.tellsProfile('Ada');
    expect(waiting.messages).toEqual([]);
  });

  it('leaves other comments alone, and the run to go on once the contact writes', () => {
    const one = world();
    one.comments('checklist');
    one.happens(commentBecame('removed', 'another'));
    expect(one.conversation.run?.comment).toBeUndefined();
    expect(one.sends()).toHaveLength(2);

    one.happens(commentBecame('removed'));
    one.writes('yes please');
    expect(one.said()).toEqual(['Great!']);
  });
});
