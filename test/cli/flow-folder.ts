import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files (path → text) in a temporary folder. */
export class FlowFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'heyword-cli-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true });
      writeFileSync(join(this.path, path), text);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export const workspaceFile = `
brand: Studio Nord
disclosure: off
timezone: Europe/Berlin
teams:
  sales: { title: Sales }
links:
  guide: { to: "https://example.com/guide", label: Get the guide }
`;

export const guideFile = `
flow: guide
start:
  - keyword: guide
  - ref: spring
  - postback: GUIDE
  - story_reply: any
steps:
  - say: Hi {{contact.first_name or "there"}}! Here is the guide.
    link: guide
  - outcome: delivered
  - ask: How big is your shop?
    id: size
    choices:
      - Small
      - title: Large
        then:
          - handoff: sales
    within: 20h
    otherwise:
      - say: No hurry.
      - end
  - say: Good luck!
`;

export const guideTests = `
flow: guide
tests:
  - name: small shops are wished luck
    chat:
      - me: guide
      - bot: Here is the guide
      - bot: How big
      - tap: Small
      - bot: Good luck
    expect:
      outcome: delivered
  - name: large shops are handed over
    chat:
      - me: guide
      - bot: any
      - bot: any
      - tap: Large
      - bot: any
    expect:
      handoff: sales
`;
