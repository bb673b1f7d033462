import type { Files } from './write-files.js';
import { schemaLine } from './write-schemas.js';

/** The smallest workspace that has one of everything a first flow needs. */
export function workspaceStarter(brand: string): Files {
  return {
    'workspace.yaml': workspaceFile(brand),
    'guide.yaml': guideFile,
    'guide.test.yaml': guideTests,
  };
}

const workspaceFile = (brand: string): string => `${schemaLine('workspace')}
# What all flows of one brand share. Secrets never stand in here, only the names that they have in the
# environment: $INSTAGRAM_TOKEN.

brand: ${JSON.stringify(brand)}
timezone: Europe/Berlin

# The first one is spoken where nothing else is known. STOP is understood in every language, always.
languages: [en]

hours: { mon-fri: '09:00-18:00' }

# Without an account the simulator is on. Yours would look like this; there are messenger, whatsapp, telegram and x too,
# and \`npx heyword check\` says what each of them needs.
# accounts:
#   - { channel: instagram, name: my_account, id: '17841400000000001', token: $INSTAGRAM_TOKEN, secret: $META_APP_SECRET }

# What people can agree to. The notice is shown word for word, and kept as proof.
topics:
  weekly_tips:
    title: Weekly tips
    notice: One short tip a week? Reply STOP to end.
    at_most: 1/week

# Who takes over when a person is needed. Times count in your opening hours.
teams:
  sales: { title: Sales, first_reply: 2h, resolve: 24h }

# Tracked links: you see who clicked.
links:
  guide:
    to: https://example.com/guide
    label: Get the guide
    utm: { medium: dm, campaign: guide }
`;

const guideFile = `${schemaLine('flow')}
# "Message us GUIDE": hands over the guide at once, asks one honest question, and offers the weekly tips.

flow: guide
title: The guide

start:
  - keyword: [guide, free guide]
  - ref: guide

steps:
  - say: Hi {{contact.first_name or "there"}}! Here is the guide, as promised.
    link: guide
  - outcome: delivered

  - ask: What are you working on?
    id: project
    save: project
    within: 20h
    otherwise: end

  - say: Good luck with {{answer.project}}! Write to us here whenever you get stuck.
  - ask_consent: weekly_tips
    id: tips
    yes:
      - say: Lovely. You can say STOP at any time.
    no:
      - say: No problem at all.
    within: 20h
    otherwise: end
`;

const guideTests = `${schemaLine('test')}
# Chats that must go as written: \`npx heyword test\` plays them.

flow: guide
tests:
  - name: hands over the guide, and signs up for the tips
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

  - name: takes no for an answer
    chat:
      - ref: guide
      - bot: any
      - bot: any
      - me: a podcast
      - bot: any
      - bot: any
      - tap: No
      - bot: No problem
    expect:
      consent: { weekly_tips: refused }

  - name: leaves those in peace who do not answer
    chat:
      - me: guide
      - bot: any
      - bot: any
      - silence: 1d
    expect:
      outcome: delivered
      handoff: none

  - name: leaves those in peace who do not say yes or no
    chat:
      - me: guide
      - bot: any
      - bot: any
      - me: my thesis
      - bot: any
      - bot: any
      - silence: 1d
    expect:
      consent: { weekly_tips: unasked }

  - name: stops in the middle
    chat:
      - me: guide
      - bot: any
      - bot: any
      - me: stop
      - bot: unsubscribed
      - me: guide
      - silence: 10m
    expect:
      consent: { all: withdrawn }
`;
