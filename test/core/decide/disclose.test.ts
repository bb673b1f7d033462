import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/core/workspace.js';
import { Brand } from '../world/brand.js';
import { comment, end, flow, keyword, say, type Line } from '../world/flows.js';
import { consultation, guide } from '../world/studio.js';
import { day, hour, World, type Setting } from '../world/world.js';

const word = 'You are chatting with the automatic assistant of Studio Nord.';
const wort = 'Du schreibst mit dem automatischen Assistenten von Studio Nord.';

function disclosing(flows: readonly ReturnType<typeof flow>[], setting: Setting = {}): World {
  return new World(flows, { brand: new Brand({ disclosure: { gap: 30 * day } }), ...setting });
}

const show = (line: Line) => flow('show', [keyword('show')], line, end);

describe('the word that a machine speaks', () => {
  it('stands before what the bot says first to somebody, once', () => {
    const world = disclosing([guide]);
    world.writes('guide');
    expect(world.said()).toEqual([`${word}\n\nHere is the guide.`, 'What are you working on?']);

    world.writes('my thesis');
    world.waits(20 * hour);
    world.writes('guide');
    expect(world.said()[0]).toBe('Here is the guide.');
  });

  it('is said in the contact’s language', () => {
    const world = disclosing([guide]);
    world.writes('ich möchte bitte etwas wissen');

    expect(world.said()[0]).toMatch(new RegExp(`^${wort}\\n\\n`, 'u'));
  });

  it('is not said where the workspace does not want it', () => {
    const world = new World([guide]);
    world.writes('guide');

    expect(world.said()[0]).toBe('Here is the guide.');
    expect(world.conversation.disclosedAt).toBeUndefined();
  });

  it('comes again after a long time without a word of the bot, whatever the contact wrote', () => {
    const world = disclosing([guide]);
    world.writes('guide');
    world.waits(29 * day);
    world.writes('guide');
    expect(world.said()[0]).toBe('Here is the guide.');

    world.waits(30 * day);
    world.writes('guide');
    expect(world.said()[0]).toBe(`${word}\n\nHere is the guide.`);
  });

  it('comes again after a person has handed back, or spoke in another app', () => {
    const world = disclosing([guide]);
    world.writes('guide');
    world.takesOver();
    world.handsBack('guide');
    expect(world.said()[0]).toBe(`${word}\n\nHere is the guide.`);

    world.answersElsewhere('Tom here.');
    world.waits(3 * hour);
    world.writes('guide');
    expect(world.said()[0]).toBe(`${word}\n\nHere is the guide.`);
  });

  it('comes again after a person has resolved the chat', () => {
    const world = disclosing([guide, consultation]);
    world.writes('consultation');
    world.resolves();
    world.writes('guide');
    expect(world.said()[0]).toBe(`${word}\n\nHere is the guide.`);
  });

  it('is not said by a person, nor with the answers to STOP, START and HELP', () => {
    const world = disclosing([guide]);
    world.writes('help');
    world.answers('Mia here.');
    world.writes('stop');
    world.writes('start');

    expect(world.messages.filter(({ body }) => body.text.includes(word))).toEqual([]);
    world.handsBack('guide');
    expect(world.said()[0]).toContain(word);
  });

  it('is a message of its own where the text has no room for it, or is none', () => {
    const long = disclosing([show(say('x'.repeat(1_990)))], { channel: 'messenger' });
    long.writes('show');
    expect(long.said()).toEqual([word, 'x'.repeat(1_990)]);

    const media = { kind: 'image', url: 'https://example.com/a.png', alt: [] } as const;
    const silent: Line = (place) => ({ verb: 'say', path: place, text: [], link: null, extras: { media } });
    const picture = disclosing([show(silent)], { channel: 'messenger' });
    picture.writes('show');
    expect(picture.said()).toEqual([word, '']);
  });

  it('stands in the private reply to a comment, and never in the public one', () => {
    const list = flow('list', [comment(['list'], { publicReplies: ['Sent!'] })], say('Here it is.'), end);
    const world = disclosing([list]);
    world.comments('list');
    expect(world.said()).toEqual([`${word}\n\nHere it is.`, 'Sent!']);
  });

  it('gives way to a private reply that has no room for it, and comes with the next message', () => {
    const text = 'x'.repeat(990);
    const list = flow('list', [comment(['list'])], say(text), end);
    const world = disclosing([list, guide]);
    world.comments('list');
    expect(world.said()).toEqual([text]);

    world.writes('guide');
    expect(world.said()[0]).toBe(`${word}\n\nHere is the guide.`);
  });

  it('does not count as said where the message was not sent', () => {
    const world = disclosing([flow('list', [comment(['list'])], say('One'), say('Two'), end), guide]);
    world.workspace = { ...world.workspace, disclosure: null } satisfies Workspace;
    world.comments('list');
    world.workspace = { ...world.workspace, disclosure: { gap: day } };
    world.comments('list', 'another', { commentId: 'second' });

    expect(world.messages.map(({ body, state }) => [body.text, state])).toEqual([
      ['One', 'queued'],
      ['Two', 'not_sent'],
      [`${word}\n\nOne`, 'queued'],
      ['Two', 'not_sent'],
    ]);
  });
});
