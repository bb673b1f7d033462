import type { SourceFile } from '../../../src/flow/yaml/source-file.js';

/** Versions of the flows that the histories go through; what each of them says carries its tag. */
export const versions = [1, 2, 3] as const;
export type Version = (typeof versions)[number];

export function tagOfVersion(version: Version): string {
  return `(v${version})`;
}

/** The files of one version. They differ in what they say, and in the steps they have. */
export function filesOf(version: Version): readonly SourceFile[] {
  return files[version];
}

function write(version: Version): readonly SourceFile[] {
  const tag = tagOfVersion(version);
  return [
    { path: 'workspace.yaml', text: workspace(tag) },
    { path: 'guide.yaml', text: guide(version, tag) },
    { path: 'order.yaml', text: order(tag) },
    { path: 'survey.yaml', text: survey(tag) },
    { path: 'series.yaml', text: series(version, tag) },
    { path: 'tips.yaml', text: tips(tag) },
    { path: 'talk.yaml', text: talk(tag) },
    { path: 'leave.yaml', text: leave(tag) },
  ];
}

const workspace = (tag: string): string => `
brand: Studio Nord
disclosure: off
timezone: Europe/Berlin
languages: [en, de]
accounts:
  - { channel: instagram, name: studio_ig, id: "1001", token: $IG_TOKEN, secret: $APP_SECRET }
  - { channel: messenger, name: studio_page, id: "1002", token: $PAGE_TOKEN, secret: $APP_SECRET }
topics:
  tips:
    title: Tips
    notice: One tip a week? Reply STOP to end. ${tag}
teams:
  sales: { title: Sales, first_reply: 2h, resolve: 24h }
`;

/** Greets by name, gives something, asks, runs another flow, and asks for consent; the second version asks less. */
const guide = (version: Version, tag: string): string => `
flow: guide
title: Guide
start:
  - keyword: guide
  - ref: guide
  - postback: GUIDE
  - story_reply: any
steps:
  - say: Hi {{contact.first_name or "there"}}! ${tag}
  - outcome: delivered
${version === 2 ? '' : project(tag)}
  - run: survey
  - ask_consent: tips
    id: tips_${version}
    yes:
      - say: Lovely. ${tag}
    no:
      - say: All right. ${tag}
    within: 20h
    otherwise: end
`;

const project = (tag: string): string => `
  - ask: What are you working on? ${tag}
    id: project
    save: project
    within: 20h
    otherwise:
      - say: Never mind. ${tag}
  - say: Good luck with {{answer.project}}! ${tag}
`;

const survey = (tag: string): string => `
flow: survey
title: Survey
start:
  - keyword: survey
steps:
  - ask: How do you like it? ${tag}
    id: mood
    save: mood
    choices:
      - title: Very much
      - title: Not at all
    within: 2h
    otherwise:
      - say: Tell us later. ${tag}
  - outcome: surveyed
`;

const order = (tag: string): string => `
flow: order
title: Order
start:
  - keyword: order
steps:
  - ask: Which size? ${tag}
    id: size
    save: size
    choices:
      - title: Small
      - title: Large
    retry: Small or large? ${tag}
    tries: 2
    within: 1h
    otherwise:
      - say: Let me get someone. ${tag}
      - handoff: sales
  - say: One {{answer.size}}, noted. ${tag}
  - outcome: ordered
`;

/** Much to say at once, so that much is in the queue when something else happens. */
const series = (version: Version, tag: string): string => `
flow: series
title: Series
start:
  - keyword: series
steps:
  - say: First. ${tag}
  - say: Second. ${tag}
${version === 3 ? '' : `  - say: Third. ${tag}`}
  - say: Last. ${tag}
  - outcome: told
`;

const tips = (tag: string): string => `
flow: tips
title: Tips
start:
  - keyword: tips
steps:
  - ask_consent: tips
    yes:
      - say: The first one comes soon. ${tag}
    no:
      - say: None, then. ${tag}
    within: 20h
    otherwise: end
  - outcome: asked
`;

const talk = (tag: string): string => `
flow: talk
title: Talk
start:
  - keyword: talk
steps:
  - say: A person, then. ${tag}
  - handoff: sales
`;

const leave = (tag: string): string => `
flow: leave
title: Leave
start:
  - keyword: leave
steps:
  - say: As you wish. ${tag}
  - opt_out: all
`;

const files: Readonly<Record<Version, readonly SourceFile[]>> = { 1: write(1), 2: write(2), 3: write(3) };

/** A set with a mistake in it. */
export const brokenFiles: readonly SourceFile[] = [
  ...files[1],
  { path: 'broken.yaml', text: 'flow: broken\nsteps:\n  - sya: hello\n' },
];
