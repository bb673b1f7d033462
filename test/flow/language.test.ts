import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assembleWorkspace, compileFlows } from '../../src/flow/assemble.js';
import { runTranscript } from '../../src/flow/transcript/run-transcript.js';
import { readFiles } from './reading.js';

/** The language as it was first written down: what is in here is promised. */
const guide = `# flows/guide.yaml
flow: guide
title: The growth guide
start:
  - keyword: [guide, growth guide]      # whole words; case, accents, punctuation and emoji do not matter
  - comment: guide                      # comment-to-DM: a private reply, and one of these in public
    reply_publicly:
      - Sent! Check your DMs.
      - It's in your inbox now.
  - story_reply: any
  - ref: guide                          # ig.me, m.me, t.me links, click-to-message ads
steps:
  - say: Hi {{contact.first_name or "there"}}! Here is the guide
    link: guide                         # a tracked link of the workspace, as a button where the channel has them
  - outcome: delivered
  - ask: What are you working on?
    id: project                         # its name: to jump to, and what analytics and migration hold on to
    save: project                       # read back as {{answer.project}}
    within: 20h                         # inside the reply window; when it passes:
    otherwise: end
  - if:
      answer.project: { has_word: [shop, store] }
    then:
      - handoff: sales
        note: Runs a shop; may want the partner programme.
    else:
      - say: Good luck with {{answer.project}}!
      - ask_consent: weekly_tips        # shows the topic's own notice with yes and no; the ledger keeps what was shown
        yes:
          - say: Lovely. You can say STOP at any time.
        no: []
        within: 20h
        otherwise: end
`;

const tests = `# flows/guide.test.yaml
flow: guide
tests:
  - name: takes the guide and the weekly tips
    on: instagram
    chat:
      - me: Guide!
      - bot: Here is the guide
      - bot: What are you working on?
      - me: my thesis
      - bot: Good luck with my thesis
      - bot: One short tip a week
      - me: yes please
      - bot: Lovely
    expect:
      outcome: delivered
      consent: { weekly_tips: granted }
  - name: stops in the middle, and is left alone
    on: instagram
    chat:
      - me: guide
      - bot: any
      - bot: any
      - me: please stop messaging me
      - bot: unsubscribed
      - me: guide?
      - silence: 10m
`;

const workspaceFile = `# flows/workspace.yaml (its beginning)
brand: Studio Nord
timezone: Europe/Berlin
languages: [en, de]
hours: { mon-fri: "09:00-18:00", sat: "10:00-14:00" }
accounts:                               # none: the simulator is on
  - { channel: instagram, name: studio_ig, id: "17841400000000001", token: $INSTAGRAM_TOKEN, secret: $META_APP_SECRET }
  - { channel: messenger, name: studio_page, id: "100200300400500", token: $PAGE_TOKEN, secret: [$META_APP_SECRET, $OLD_APP_SECRET] }
topics:
  weekly_tips: { title: Weekly tips, notice: "One short tip a week? Reply STOP to end.", at_most: 1/week }
teams:
  sales: { title: Sales, first_reply: 2h, resolve: 24h }        # counted in the workspace's hours
links:
  guide: { to: "https://example.com/guide", label: Get the guide, utm: { medium: dm, campaign: guide } }
never_say: [guaranteed, "100% safe"]
`;

const { workspaces, issues } = readFiles({
  'workspace.yaml': workspaceFile,
  'guide.yaml': guide,
  'guide.test.yaml': tests,
});

describe('the language as it was first written down', () => {
  it('is read without a mistake; a comment leaves it one message at first', () => {
    expect(issues.map(({ line, column, code, severity }) => `${line}:${column} ${severity} ${code}`)).toEqual(
      ['16:5 warning comment-says-too-much'],
    );
  });

  it('keeps the secrets of its accounts by name', () => {
    expect(workspaces[0]?.definition.accounts.map(({ token, secrets }) => [token, secrets])).toEqual([
      ['INSTAGRAM_TOKEN', ['META_APP_SECRET']],
      ['PAGE_TOKEN', ['META_APP_SECRET', 'OLD_APP_SECRET']],
    ]);
  });

  it('chats as its tests say', () => {
    const [files] = workspaces;
    if (files === undefined) throw new Error('There is no workspace.');
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    const workspace = assembleWorkspace(files.definition, compileFlows(files.flows, digest), () => undefined);
    const results = files.tests.flatMap((file) => file.tests.map((test) => runTranscript(workspace, test)));
    expect(results.map(({ test, failures }) => [test.name, failures])).toEqual([
      ['takes the guide and the weekly tips', []],
      ['stops in the middle, and is left alone', []],
    ]);
  });
});
