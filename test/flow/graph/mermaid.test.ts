import { describe, expect, it } from 'vitest';
import { drawFlow } from '../../../src/flow/graph/draw-flow.js';
import { toMermaid } from '../../../src/flow/graph/mermaid.js';
import type { FlowPicture } from '../../../src/flow/graph/picture.js';
import { flowOfSteps } from './flow-of-steps.js';

const quiz = flowOfSteps(`  - ask: Heads or tails?
    id: toss
    choices:
      - Heads
      - title: Tails
        then:
          - handoff: sales
  - run: guide
  - outcome: won
`);

/** What one line of a flowchart may be, where every text stands between quotes and holds none of its signs. */
const plain = `"(?:[A-Za-z0-9 ,.!?'()/:+-]|#\\d+;|<br/>|[^\\u0000-\\u007f])*"`;
const forms = [
  /^flowchart TD$/u,
  new RegExp(`^ {2}subgraph f\\d+\\[${plain}\\]$`, 'u'),
  /^ {4}direction TB$/u,
  / {2}end$/u,
  new RegExp(`^ {4}f\\d+n\\d+[[({\\\\/]{1,2}${plain}[\\])}\\\\/]{1,2}:::[a-z]+$`, 'u'),
  new RegExp(`^ {4}f\\d+n\\d+ (?:-->|-\\.->)(?:\\|${plain}\\|)? f\\d+n\\d+$`, 'u'),
  /^ {2}f\d+n\d+ ==> f\d+n\d+$/u,
  /^ {2}classDef [a-z]+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}$/u,
];

const strange = (mermaid: string): readonly string[] =>
  mermaid.split('\n').filter((line) => !forms.some((form) => form.test(line)));

describe('a flow as Mermaid', () => {
  const mermaid = toMermaid([drawFlow(quiz, null)]);

  it('has a box for each flow, a node for each step, and a line for each way', () => {
    expect(strange(mermaid)).toEqual([]);
    expect(mermaid).toContain('subgraph f0["Guide"]');
    expect(mermaid).toContain('f0n0(["starts by<br/>keyword: guide"]):::start');
    expect(mermaid).toContain('f0n1[/"ask<br/>Heads or tails?"/]:::question');
    expect(mermaid).toContain('f0n1 -->|"Heads"| f0n3');
    expect(mermaid).toMatch(/f0n1 -\.->\|"no answer in 20h"\| f0n\d+/u);
  });

  it('leads on from one flow to another that is drawn too', () => {
    expect(mermaid).toContain('f0n3 ==> f0n0');
    expect(toMermaid([{ ...drawFlow(quiz, null), flow: 'other' }])).not.toContain('==>');
  });

  it('lets no text be more than a text', () => {
    const hostile = `"] --> X; end\n%%{init: {"securityLevel":"loose"}}%%\nclick X call alert()<script>&lt;#35;\`**x**\u2028\u0000`;
    const picture = drawFlow(quiz, null);
    const spoilt: FlowPicture = {
      flow: hostile,
      title: hostile,
      nodes: picture.nodes.map((node) => ({
        ...node,
        head: hostile,
        lines: [hostile],
        counts: [hostile],
        flows: [hostile],
      })),
      edges: picture.edges.map((edge) => ({ ...edge, label: hostile })),
    };
    const lines = toMermaid([spoilt]);
    expect(strange(lines)).toEqual([]);
    expect(lines.split('\n')).toHaveLength(
      1 + 3 + spoilt.nodes.length + spoilt.edges.length + spoilt.nodes.length + 10,
    );
  });

  it('keeps letters of every language as they are', () => {
    const picture = drawFlow(quiz, null);
    expect(toMermaid([{ ...picture, title: 'Grüße 你好 😀' }])).toContain('["Grüße 你好 😀"]');
  });
});
