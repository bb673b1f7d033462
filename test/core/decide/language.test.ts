import { describe, expect, it } from 'vitest';
import type { Template } from '../../../src/core/flow.js';
import { ask, flow, keyword, outcome, say, type Line } from '../world/flows.js';
import { World } from '../world/world.js';

const both = (en: string, de: string): Template => [{ byLanguage: { en: [en], de: [de] } }];

const setLanguage: Line = (place) => ({
  verb: 'set',
  path: `${place}-set`,
  fields: [{ name: 'language', value: [{ source: 'answer', name: 'language', fallback: '' }] }],
});

const greeting = flow(
  'greeting',
  [keyword('hello', 'hallo')],
  say(...both('Hi!', 'Servus!')),
  outcome('done'),
);

const choosing = flow(
  'choosing',
  [keyword('language')],
  ask('which', both('Which language?', 'Welche Sprache?'), { save: 'language' }),
  setLanguage,
  say(...both('English it is.', 'Also Deutsch.')),
  outcome('done'),
);

describe('the language that the bot speaks', () => {
  it('is the workspace’s first one where nothing else is known', () => {
    const world = new World([greeting]);
    world.writes('Studio?');
    world.writes('greeting');
    expect(world.conversation.contact.language).toBeUndefined();
  });

  it('is the one that the contact writes in, from then on', () => {
    const world = new World([greeting]);
    world.writes('ich möchte bitte etwas wissen');
    world.writes('hello');
    expect(world.said()).toEqual(['Servus!']);
    expect(world.conversation.contact.language).toBe('de');

    world.writes('thank you for the answer');
    expect(world.conversation.contact.language).toBe('de');
  });

  it('is the one that they chose', () => {
    const world = new World([choosing]);
    world.writes('language');
    world.writes('de');
    expect(world.said()).toEqual(['Also Deutsch.']);
    expect(world.conversation.contact.fields).toEqual({});
  });

  it('does not become one that the workspace does not speak', () => {
    const world = new World([choosing]);
    world.writes('language');
    world.writes('fr');
    expect(world.said()).toEqual(['English it is.']);
  });

  it('is that of the server’s own words too', () => {
    const world = new World([greeting]);
    world.writes('ich möchte bitte etwas wissen');
    world.writes('stop');
    expect(world.said()).toEqual([expect.stringContaining('abgemeldet')]);
  });
});
