import { describe, expect, it } from 'vitest';
import type { OutsideWindow } from '../../../src/core/flow.js';
import type { TemplateDefinition } from '../../../src/core/resources.js';
import type { SupportedChannel } from '../../../src/core/channel.js';
import { tips } from '../world/brand.js';
import {
  after,
  answer,
  ask,
  askConsent,
  contact,
  end,
  flow,
  keyword,
  outcome,
  type Line,
} from '../world/flows.js';
import { optedIn, preferred } from '../world/happenings.js';
import { day, hour, minute, World } from '../world/world.js';

const reminder: TemplateDefinition = {
  name: 'reminder',
  platformName: 'project_reminder',
  category: 'utility',
  topic: null,
  texts: {
    en: { language: 'en_US', body: 'Hi {{1}}, how is {{2}}?' },
    de: { language: 'de', body: 'Hallo {{1}}, was macht {{ 2 }}?' },
  },
};

const offer: TemplateDefinition = { ...reminder, category: 'marketing', topic: tips.name };
const link = { name: 'home', label: 'Have a look', target: 'https://example.com' };

function sayLate(outsideWindow: OutsideWindow): Line {
  return (place) => ({
    verb: 'say',
    path: `${place}-say`,
    text: ['How is it going?'],
    link,
    extras: { outsideWindow, quickReplies: [['Well']] },
  });
}

const byTemplate = (definition: TemplateDefinition): OutsideWindow => ({
  template: { definition, parameters: [[contact('first_name', 'there')], [contact('project')]] },
});

/** A flow that follows another after some time. */
function late(outside: OutsideWindow, channel: SupportedChannel, wait = 2 * day): World {
  const first = flow(
    'first',
    [keyword('hi')],
    ask('language', 'Which language?', { save: 'l', within: hour }),
    askConsent(tips, { within: hour }),
    outcome('met'),
    end,
  );
  const second = flow('second', [after('met', wait)], sayLate(outside), outcome('reminded'));
  const world = new World([first, second], { channel });
  world.writes('hi');
  world.writes('english please');
  return world;
}

const last = (world: World) => world.messages.at(-1);

describe('what is said outside of the reply window', () => {
  it('is the template that stands for it, and nothing with it', () => {
    const world = late(byTemplate(reminder), 'whatsapp');
    world.writes('no');
    world.waits(2 * day);
    world.tellsProfile('Ada');
    world.waits(minute);

    expect(last(world)).toMatchObject({
      basis: { kind: 'template', topic: null },
      state: 'queued',
      speaker: { flow: 'second', step: '1-say' },
    });
    expect(last(world)?.body).toEqual({
      text: 'Hi Ada, how is –?',
      template: { name: 'project_reminder', language: 'en_US', parameters: ['Ada', '–'] },
    });
  });

  it('is the template in the contact’s language', () => {
    const world = late(byTemplate(reminder), 'whatsapp');
    world.conversation = {
      ...world.conversation,
      contact: {
        ...world.conversation.contact,
        language: 'de',
        profile: { firstName: null, name: null },
        fields: { project: 'der\n\nLaden ' },
      },
    };
    world.writes('no');
    world.waits(3 * day);

    expect(last(world)?.body).toEqual({
      text: 'Hallo there, was macht der Laden?',
      template: { name: 'project_reminder', language: 'de', parameters: ['there', 'der Laden'] },
    });
  });

  it.each([
    ['yes', 'queued', undefined],
    ['no', 'not_sent', 'no_consent'],
  ] as const)('needs consent where the template promotes: %s', (reply, state, refusal) => {
    const world = late(byTemplate(offer), 'whatsapp');
    world.writes(reply);
    world.waits(3 * day);
    world.tellsProfile(null);
    world.waits(day);

    expect(last(world)).toMatchObject({ basis: { kind: 'template', topic: tips.name }, state });
    expect(last(world)?.refusal).toBe(refusal);
  });

  it('is what it is inside of the window, and where the channel has no templates', () => {
    const early = late(byTemplate(reminder), 'whatsapp', hour);
    early.tellsProfileIfAsked();
    early.writes('no');
    early.waits(2 * hour);
    early.tellsProfileIfAsked();
    early.waits(hour);
    expect(last(early)).toMatchObject({
      body: { text: expect.stringContaining('How is it going?') as string },
    });

    const world = late(byTemplate(reminder), 'instagram');
    world.writes('no');
    world.waits(3 * day);
    world.tellsProfileIfAsked();
    world.waits(day);
    expect(last(world)).toMatchObject({
      state: 'not_sent',
      refusal: 'window_closed',
      body: { text: 'How is it going?' },
    });
  });

  it('goes by the token of its topic where the contact opted in to it', () => {
    const world = late({ topic: tips.name }, 'messenger');
    world.writes('no');
    world.happens(optedIn(tips.name, { expiresAt: world.now + 30 * day }));
    world.waits(3 * day);

    expect(last(world)).toMatchObject({
      basis: { kind: 'marketing_token', topic: tips.name, token: 'token.1' },
      body: { text: 'How is it going?', link: { label: 'Have a look' }, quickReplies: [{ title: 'Well' }] },
      state: 'queued',
    });
  });

  it.each<[string, (world: World) => void, string]>([
    [
      'expired',
      (world) => world.happens(optedIn(tips.name, { expiresAt: world.now + day })),
      'window_closed',
    ],
    ['of another topic', () => undefined, 'window_closed'],
    [
      'stopped with all that promotes',
      (world) => {
        world.happens(optedIn(tips.name));
        world.happens(preferred('stop'));
      },
      'no_consent',
    ],
    [
      'stopped by itself',
      (world) => {
        world.happens(optedIn(tips.name));
        world.happens(preferred('stop', 'token.1'));
      },
      'window_closed',
    ],
  ])('is not sent where the token is %s', (_, happen, refusal) => {
    const world = late({ topic: tips.name }, 'messenger');
    world.writes('no');
    happen(world);
    world.waits(3 * day);

    expect(last(world)).toMatchObject({ state: 'not_sent', refusal });
  });

  it('is nothing after STOP', () => {
    const world = late(byTemplate(reminder), 'whatsapp');
    world.writes('no');
    world.writes('stop');
    world.waits(3 * day);

    expect(last(world)?.basis).toEqual({ kind: 'confirmation', of: 'stop' });
  });

  it('keeps to itself what was said in confidence', () => {
    const ask_ = ask('secret', 'Secret?', {
      save: 'secret',
      more: { isSensitive: true },
      within: 2 * day,
      otherwise: [],
    });
    const outside = byTemplate(reminder);
    const parameters = [[answer('secret')], ['it']];
    const wait: Line = (place) => ({
      verb: 'wait',
      path: `${place}-wait`,
      until: { kind: 'for', duration: 2 * day },
      longest: 2 * day,
    });
    const line = sayLate({ template: { ...outside.template!, parameters } });
    const world = new World([flow('show', [keyword('show')], ask_, wait, line, end)], {
      channel: 'whatsapp',
    });
    world.writes('show');
    world.writes('hush');
    world.waits(2 * day);

    expect(last(world)).toMatchObject({ isSensitive: true, body: { text: 'Hi hush, how is it?' } });
  });
});
