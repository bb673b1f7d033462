import { describe, expect, it } from 'vitest';
import { recogniseCommand } from '../../src/core/command.js';
import { findKeyword } from '../../src/core/keyword.js';
import { builtInPhrases } from '../../src/core/built-in-phrases.js';
import { assembleWorkspace, compileFlows } from '../../src/flow/assemble.js';
import type { FlowDefinition, TriggerDefinition } from '../../src/flow/definition.js';
import { flow, goToFlow, say, tips } from './compile/definitions.js';
import { sha256, studio, workspaceOf } from './transcript/workspace.js';

function started(name: string, ...start: readonly TriggerDefinition[]): FlowDefinition {
  return { ...flow(name, [say('1-say')]), start };
}

describe('the triggers of an assembled workspace', () => {
  const { triggers, suggestions } = workspaceOf([
    started(
      'guide',
      { kind: 'keyword', phrases: ['Guide', 'growth guide'], match: 'exact' },
      { kind: 'ref', refs: ['guide', 'ad'] },
      { kind: 'story_reply' },
    ),
    started('quiet', { kind: 'postback', payloads: ['GET_STARTED'] }),
    started(
      'late',
      { kind: 'keyword', phrases: ['guide'], match: 'exact' },
      { kind: 'keyword', phrases: ['price'], match: 'contains' },
      { kind: 'ref', refs: ['ad', 'late'] },
      { kind: 'postback', payloads: ['GET_STARTED'] },
      { kind: 'story_reply' },
    ),
  ]);

  it('start flows by keyword, each matched in its own way', () => {
    expect(findKeyword(triggers.keywords, 'growth guide!')?.value).toEqual({ flow: 'guide' });
    expect(findKeyword(triggers.keywords, 'what is the price?')?.value).toEqual({ flow: 'late' });
    expect(findKeyword(triggers.keywords, 'is there a guide?')).toBeNull();
  });

  it('start flows by ref, postback and story reply', () => {
    expect(triggers.refs.get('late')).toEqual([{ flow: 'late' }]);
    expect(triggers.postbacks.get('GET_STARTED')?.[0]).toEqual({ flow: 'quiet' });
    expect(triggers.storyReplies.any[0]).toEqual({ flow: 'guide' });
  });

  it('belong to the first of two flows that want the same', () => {
    expect(findKeyword(triggers.keywords, 'guide')?.value).toEqual({ flow: 'guide' });
    expect(triggers.refs.get('ad')?.[0]).toEqual({ flow: 'guide' });
  });

  it('suggest the first keyword of each flow that has one', () => {
    expect(suggestions).toEqual(['Guide', 'guide']);
  });
});

describe('the flows of an assembled workspace', () => {
  const guide = flow('guide', [goToFlow('1-go', 'bye')]);
  const bye = flow('bye', [say('1-say', 'Bye')]);

  it('are found at their present version, and earlier ones where those are kept', () => {
    const earlier = compileFlows([flow('bye', [say('1-say', 'Farewell')])], sha256)[0]!.flow;
    const workspace = assembleWorkspace(studio, compileFlows([guide, bye], sha256), (name, version) =>
      name === 'bye' && version === earlier.version ? earlier : undefined,
    );
    const present = workspace.flows.get('bye')!;

    expect(workspace.pinnedFlow('bye', present.version)).toBe(present);
    expect(workspace.pinnedFlow('bye', earlier.version)).toBe(earlier);
    expect(workspace.pinnedFlow('guide', earlier.version)).toBeUndefined();
  });

  it('lead to each other at the versions that run', () => {
    const workspace = workspaceOf([guide, bye]);

    expect(workspace.flows.get('guide')?.leadsTo).toEqual({ bye: workspace.flows.get('bye')?.version });
  });
});

describe('an assembled workspace', () => {
  it('knows its teams and topics by name', () => {
    const workspace = workspaceOf([]);

    expect(workspace.topics.get('weekly_tips')).toEqual(tips);
    expect(workspace.teams.get('sales')?.title).toBe('Sales');
  });

  it('keeps no names of secrets', () => {
    const workspace = workspaceOf([], {
      accounts: [{ channel: 'instagram', name: 'ig', id: '17', token: 'IG_TOKEN', secrets: ['APP_SECRET'] }],
    });

    expect(workspace.accounts).toEqual([{ channel: 'instagram', name: 'ig', id: '17' }]);
  });

  it('has an account on the simulator while it has no other', () => {
    expect(workspaceOf([]).accounts).toEqual([{ channel: 'simulator', name: 'simulator', id: 'simulator' }]);
  });
});

describe('the phrases of an assembled workspace', () => {
  it('are its own, and ours where it has none', () => {
    const { phrases } = workspaceOf([], { texts: { en: { retry: 'Pardon?' } } });

    expect(phrases.get('en')?.retry).toBe('Pardon?');
    expect(phrases.get('en')?.stopped).toBe(builtInPhrases.get('en')?.stopped);
  });

  it('answer in languages that it does not speak, and in one that only it does', () => {
    const { phrases } = workspaceOf([], { languages: ['da'], texts: { da: { stopped: 'Du er frameldt.' } } });

    expect([...phrases.keys()]).toEqual(['da', 'en', 'de']);
    expect(phrases.get('da')?.stopped).toBe('Du er frameldt.');
  });
});

describe('the built-in phrases', () => {
  it('say in English that somebody is unsubscribed, and how to come back', () => {
    expect(builtInPhrases.get('en')?.stopped).toMatch(/unsubscribed.*START/);
  });

  it.each([...builtInPhrases])('offer words in %s that are understood as what they offer', (_, phrases) => {
    const offered = (text: string, word: RegExp): string | undefined => word.exec(text)?.[0];

    expect(recogniseCommand(offered(phrases.stopped, /START/) ?? '')?.command).toBe('start');
    expect(recogniseCommand(offered(phrases.started, /STOP/) ?? '')?.command).toBe('stop');
    expect(recogniseCommand(offered(phrases.help, /STOP/) ?? '')?.command).toBe('stop');
    expect(recogniseCommand(offered(phrases.help, /AGENT|MENSCH/) ?? '')?.command).toBe('person');
    expect(recogniseCommand(offered(phrases.notUnderstood, /AGENT|MENSCH/) ?? '')?.command).toBe('person');
  });

  it.each([...builtInPhrases])('say in %s who answers, and when', (_, phrases) => {
    expect(phrases.handoffOpen).toMatch(/{{team}}.*{{within}}/);
    expect(phrases.handoffOpenNoPromise).toContain('{{team}}');
    expect(phrases.handoffClosed).toMatch(/{{team}}.*{{opens}}/);
    expect(phrases.help).toContain('{{brand}}');
    expect(phrases.notUnderstood).toContain('{{keywords}}');
  });
});
