import type { SourceFile } from '../../src/flow/yaml/source-file.js';

/** A workspace of that many flows which differ in names, words, length and what leads where. */
export function manyFlows(number: number): readonly SourceFile[] {
  const flows = Array.from({ length: number }, (_, index) => ({
    path: `flow_${index}.yaml`,
    text: flowText(index, number),
  }));
  return [{ path: 'workspace.yaml', text: workspaceText }, ...flows];
}

/** What the flows ask of their workspace. */
export const declarations = `hours: { mon-fri: "09:00-18:00" }
topics: { weekly_tips: { title: Weekly tips, notice: "One short tip a week? Reply STOP to end." } }
teams: { sales: { title: Sales, first_reply: 2h } }
links: { guide: { to: "https://example.com/guide", label: Get the guide } }
`;

const workspaceText = `brand: Studio Nord
disclosure: off
timezone: Europe/Berlin
languages: [en, de]
${declarations}never_say: [guaranteed, "100% safe"]
`;

const subjects = ['sofa', 'chair', 'lamp', 'table', 'shelf', 'carpet', 'mirror'];

function flowText(index: number, number: number): string {
  const subject = subjects[index % subjects.length] ?? '';
  const ask = questionText(index, subject);
  const questions = Array.from({ length: 1 + Math.floor((index % 8) / 7) }, (_, round) => ask(round)).join(
    '',
  );
  return `flow: flow_${index}
title: All about the ${subject} no. ${index}
start:
  - keyword: [${subject} ${index}, my ${subject} ${index}]
  - keyword: { contains: tell me about ${subject} ${index} }
  - ref: ref_${index}
  - postback: show_${index}
steps:
  - say: Hi {{contact.first_name or "there"}}! Here is what we know of the ${subject}.
    link: guide
${questions}  - if:
      answer.size_0: small
      office_hours: "yes"
    then:
      - handoff: sales
        note: Has a small ${subject}.
    else:
      - ask_consent: weekly_tips
        yes:
          - say: Lovely. You can say STOP at any time.
        no: []
        within: 20h
        otherwise: end
  - tag: ${subject}_owner
  - set: { contact.room: "{{answer.room_0}}" }
  - if: { tag: vip }
    then:
      - run: flow_${(index + 1) % number === 0 ? number - 1 : index + 1}
    else: []
  - outcome: delivered
`.replace(index === number - 1 ? /  - if: \{ tag: vip \}\n.*?else: \[\]\n/su : /$^/u, '');
}

function questionText(index: number, subject: string) {
  return (round: number): string => `  - ask: How large is your ${subject} number ${round}?
    id: ask_size_${round}
    save: size_${round}
    choices:
      - title: Up to ${100 + index} cm
        value: small
        also: [tiny, little one]
      - title: More than that
        value: large
        then:
          - say: A large ${subject}! In which room does it stand?
    retry: Please choose one.
    tries: 2
    within: 5h
    otherwise: end
  - ask: Which room is it in?
    id: ask_room_${round}
    save: room_${round}
    within: 5h
    otherwise:
      - say: Write again whenever you like.
      - end
  - say: "{{answer.size_${round}}} and in the {{answer.room_${round}}}: noted."
`;
}
