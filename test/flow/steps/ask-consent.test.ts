import { describe, expect, it } from 'vitest';
import type { ConsentEntry } from '../../../src/core/consent.js';
import { decide } from '../../../src/core/decide.js';
import { assembleWorkspace, compileFlows } from '../../../src/flow/assemble.js';
import { askConsentStep } from '../../../src/flow/steps/ask-consent.js';
import { VirtualChat } from '../../../src/flow/transcript/virtual-chat.js';
import { problemsOf, readFiles } from '../reading.js';
import { sha256 } from '../transcript/workspace.js';
import { playChats } from './playing.js';

const double = `brand: Studio Nord
languages: [en, de]
topics:
  weekly_tips:
    notice: { en: One short tip a week?, de: Jede Woche ein kurzer Tipp? }
    confirm: { en: 'Just to be sure: yes, every week?', de: 'Nur zur Sicherheit: ja, jede Woche?' }
`;
const flows = { tips: askConsentStep.example };

describe('a topic that asks twice', () => {
  it('is agreed to by the second yes only', () => {
    const chats = `
  - name: yes, and yes
    chat:
      - me: tips
      - bot: One short tip a week?
      - tap: Yes
      - bot: Just to be sure
      - tap: Yes
      - bot: Lovely
    expect: { consent: { weekly_tips: granted }, outcome: subscribed }
  - name: yes, and no
    chat:
      - me: tips
      - bot: any
      - tap: Yes
      - bot: Just to be sure
      - tap: No
      - bot: No problem
    expect: { consent: { weekly_tips: refused } }
  - name: no
    chat:
      - me: tips
      - bot: any
      - tap: No
      - bot: No problem
    expect: { consent: { weekly_tips: refused } }
  - name: yes, and nothing more
    chat:
      - me: tips
      - bot: any
      - tap: Yes
      - bot: Just to be sure
      - silence: 21h
    expect: { consent: { weekly_tips: unasked } }
  - name: yes, and STOP
    chat:
      - me: tips
      - bot: any
      - tap: Yes
      - bot: Just to be sure
      - me: STOP
      - bot: unsubscribed
    expect: { consent: { all: withdrawn } }
`;
    expect(playChats(flows, chats, double)).toEqual([]);
  });

  it('has mistakes in its texts shown also where there is no such topic', () => {
    const broken = askConsentStep.example
      .replace('weekly_tips', 'daily_tips')
      .replace('    yes:', '    retry: "{{contact}}"\n    yes:');
    const problems = problemsOf({ 'workspace.yaml': double, 'tips.yaml': broken });
    expect(problems).toContain('tips.yaml:5:18 unknown-topic');
    expect(problems.filter((problem) => problem.startsWith('tips.yaml:6:'))).toHaveLength(1);
  });

  it('is found again after an edit at both questions, by the id of the step', () => {
    const migrating = askConsentStep.example.replace('start:', 'on_edit: migrate\nstart:');
    const named = migrating.replace('    yes:', '    id: tips\n    yes:');
    expect(problemsOf({ 'workspace.yaml': double, 'tips.yaml': named })).toEqual([]);
    expect(problemsOf({ 'workspace.yaml': double, 'tips.yaml': migrating })).toContain(
      'tips.yaml:6:5 missing-id',
    );
    const [workspace] = readFiles({ 'workspace.yaml': double, 'tips.yaml': named }).workspaces;
    const [compiled] = compileFlows(workspace?.flows ?? [], sha256);
    const questions = [...(compiled?.flow.steps.values() ?? [])].filter(({ question }) => question !== null);
    expect(questions.map(({ path, hasId }) => [path, hasId])).toEqual([
      ['tips', true],
      ['tips/confirm', true],
    ]);
  });

  it('says one text after the other where an answer is missed, at both questions', () => {
    const missing = askConsentStep.example.replace(
      '    yes:',
      '    retry: [Hm?, Yes or no?]\n    tries: 3\n    yes:',
    );
    const chats = `
  - name: missed twice, and again at the second question
    chat:
      - me: tips
      - bot: One short tip
      - me: maybe
      - bot: Hm?
      - me: who knows
      - bot: Yes or no?
      - tap: Yes
      - bot: Just to be sure
      - me: maybe
      - bot: Hm?
    expect: { consent: { weekly_tips: unasked } }
`;
    expect(playChats({ tips: missing }, chats, double)).toEqual([]);
  });

  it('keeps both texts as they were shown, each in the language in which it was asked', () => {
    const { workspaces } = readFiles({ 'workspace.yaml': double, 'tips.yaml': askConsentStep.example });
    const [read] = workspaces;
    if (read === undefined) throw new Error('There is no workspace.');
    const workspace = assembleWorkspace(read.definition, compileFlows(read.flows, sha256), () => undefined);
    const contact = { firstName: null, tags: [], fields: {} };
    const entries: ConsentEntry[] = [];
    const decideAndKeep: typeof decide = (...given) => {
      const decision = decide(...given);
      for (const effect of decision.effects) if (effect.kind === 'recordConsent') entries.push(effect.entry);
      return decision;
    };
    const scene = { channel: 'instagram', startsAt: 0, contact } as const;
    const chat = new VirtualChat(workspace, scene, decideAndKeep);
    for (const text of ['tips', 'yes', 'Ich weiß nicht, was ist das denn?', 'ja'])
      chat.happen({ kind: 'me', text });

    expect(entries).toMatchObject([
      { change: 'granted', notice: 'One short tip a week?\n\nNur zur Sicherheit: ja, jede Woche?' },
    ]);
  });

  it('is shown word for word', () => {
    const bad = double.replace('ja, jede Woche?', 'ja, {{contact.first_name}}?');
    expect(problemsOf({ 'workspace.yaml': bad, 'tips.yaml': askConsentStep.example })).toEqual([
      'workspace.yaml:6:14 placeholder-not-here',
    ]);
  });
});
