import type { SourceFile } from '../../../src/flow/yaml/source-file.js';

const workspace = `
brand: Studio Nord
disclosure: off
timezone: Europe/Berlin
languages: [en]
accounts:
  - { channel: instagram, name: studio_ig, id: "1001", token: $IG_TOKEN, secret: $APP_SECRET }
  - { channel: messenger, name: studio_page, id: "1002", token: $PAGE_TOKEN, secret: [$APP_SECRET, $OLD_SECRET] }
topics:
  tips: { title: Tips, notice: One tip a week? }
teams:
  sales: { title: Sales, first_reply: 2h, resolve: 24h }
links:
  guide: { to: "https://example.com/guide", label: Get the guide }
`;

const flows: Readonly<Record<string, string>> = {
  /** Three lines, so that there is a queue. */
  series: `
  - say: First.
  - say: Second.
  - say: Third.
  - outcome: told
`,
  /** Calls people by their name. */
  greeting: `
  - say: Hi {{contact.first_name or "there"}}!
  - outcome: greeted
`,
  link: `
  - say: Here it is.
    link: guide
  - outcome: given
`,
  /** Asks, and asks no more after two hours. */
  question: `
  - ask: Which one?
    save: answer
    within: 2h
    otherwise:
      - say: Never mind.
      - end
  - say: "{{answer.answer}}, then."
  - outcome: answered
`,
};

/** A small workspace of two accounts; each flow starts by its own name. `changed` files are others, or more. */
export function studioFiles(changed: Readonly<Record<string, string>> = {}): readonly SourceFile[] {
  const files = Object.fromEntries(
    Object.entries(flows).map(([name, steps]) => [`${name}.yaml`, flowFile(name, steps)]),
  );
  return Object.entries({ 'workspace.yaml': workspace, ...files, ...changed }).map(([path, text]) => ({
    path,
    text,
  }));
}

export function flowFile(name: string, steps: string): string {
  return `flow: ${name}\ntitle: ${name}\nstart:\n  - keyword: ${name}\nsteps:${steps}`;
}
