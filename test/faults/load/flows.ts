import type { WorkspaceFolder } from '../../e2e/driver/workspace-folder.js';

const guide = `
flow: guide
title: Guide
start:
  - keyword: guide
steps:
  - say: Hi {{contact.first_name or "there"}}! Here is the guide.
  - outcome: delivered
  - ask: What are you working on?
    id: project
    save: project
    within: 20h
    otherwise: end
  - say: Good luck with {{answer.project}}!
  - ask_consent: weekly_tips
    yes:
      - say: Lovely.
    within: 20h
    otherwise: end
`;

const pricing = `
flow: pricing
title: Pricing
start:
  - keyword: pricing
steps:
  - ask: What do you need?
    save: goal
    choices:
      - title: A website
        also: website
      - title: A logo
    within: 20h
    otherwise: end
  - ask: And when?
    save: time
    within: 20h
    otherwise: end
  - say: "{{answer.goal}}, {{answer.time}}: noted."
  - say: See you soon!
  - outcome: qualified
`;

const team = `
flow: team
title: The team
start:
  - keyword: team please
steps:
  - say: One moment.
  - handoff: sales
    note: Asked for the team.
`;

/** Puts the flows of these dialogues in place of those that are there. */
export async function writeFlows(folder: WorkspaceFolder): Promise<void> {
  await folder.write('guide.yaml', guide);
  await folder.write('pricing.yaml', pricing);
  await folder.write('team.yaml', team);
}
