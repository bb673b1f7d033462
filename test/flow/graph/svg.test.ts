import { describe, expect, it } from 'vitest';
import { drawFlow } from '../../../src/flow/graph/draw-flow.js';
import { placePicture } from '../../../src/flow/graph/layout.js';
import type { FlowPicture } from '../../../src/flow/graph/picture.js';
import { toSvg } from '../../../src/flow/graph/svg/draw-svg.js';
import { flowOfSteps } from './flow-of-steps.js';

const quiz = flowOfSteps(`  - ask: Heads or tails?
    id: toss
    choices:
      - Heads
      - title: Tails
        then:
          - go: toss
  - run: guide
  - outcome: won
`);

/** Opening tags with their attributes; throws where tags do not fit into each other, or a sign stands by itself. */
function readTags(svg: string): readonly { readonly name: string; readonly attributes: string }[] {
  const open: string[] = [];
  const tags: { name: string; attributes: string }[] = [];
  const text = svg.replaceAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/gu,
    (_all, ...parts) => {
      const [end, name, attributes, empty] = parts as [string, string, string, string];
      if (end === '/') expect(open.pop()).toBe(name);
      else tags.push({ name, attributes });
      if (end === '' && empty === '') open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(text.replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, '')).not.toMatch(/[<&]/u);
  return tags;
}

/** What is painted between tags. */
const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text = '']) => text);

describe('the picture of a flow', () => {
  it('says its title, its words and its ways, and describes itself to those who do not see it', () => {
    const svg = toSvg([drawFlow(quiz, new Map([['toss', { reached: 7, here: 2 }]]))]);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining([
        'Guide',
        'keyword: guide',
        'Heads or tails?',
        'ASK',
        'Heads',
        '7 reached · 2 here now',
      ]),
    );
    expect(svg).toMatch(/role="img" aria-labelledby="graph-title graph-desc"/u);
    expect(svg).toContain('<title id="graph-title">Guide</title>');
    expect(svg).toMatch(/<desc id="graph-desc">Guide\. starts by: keyword: guide; ask: Heads or tails\?/u);
  });

  it('follows the light or the dark of whoever looks', () => {
    expect(toSvg([drawFlow(quiz, null)])).toContain('@media (prefers-color-scheme:dark)');
  });

  it('links what leads to a flow that is in it, and nothing else', () => {
    const picture = drawFlow(quiz, null);
    expect(toSvg([picture])).toContain('<a href="#flow-guide">');
    const elsewhere = { ...picture, flow: 'other' };
    expect(toSvg([elsewhere])).not.toContain('<a ');
  });

  it('is the same each time it is drawn', () => {
    expect(toSvg([drawFlow(quiz, null)])).toBe(toSvg([drawFlow(quiz, null)]));
  });

  it('lets no text be more than a text', () => {
    const hostile = `</text></style><script>alert(1)</script><a href="javascript:x" onload='y'>&amp;]]>\u0000\ufffe`;
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
    const tags = readTags(toSvg([spoilt]));
    const names = new Set(tags.map(({ name }) => name));
    expect([...names].sort()).toEqual(
      [
        'a',
        'circle',
        'defs',
        'desc',
        'g',
        'marker',
        'path',
        'polygon',
        'rect',
        'style',
        'svg',
        'text',
        'title',
      ].filter((name) => names.has(name)),
    );
    expect(
      tags.filter(({ attributes }) => /\son[a-z]+=/u.test(attributes.replaceAll(/"[^"]*"/gu, '""'))),
    ).toEqual([]);
    expect(tags.filter(({ name, attributes }) => name === 'a' && !attributes.startsWith(' href="#'))).toEqual(
      [],
    );
    expect(toSvg([spoilt])).not.toMatch(/[\u0000\ufffe]/u);
  });

  it('gives every node a place of its own, large enough for its words', () => {
    const { nodes, width, height } = placePicture(drawFlow(quiz, null));
    for (const one of nodes) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width / 2).toBeLessThanOrEqual(width);
      expect(one.y + one.height / 2).toBeLessThanOrEqual(height);
      const meets = nodes.filter(
        (other) =>
          other !== one &&
          Math.abs(other.x - one.x) < (other.width + one.width) / 2 &&
          Math.abs(other.y - one.y) < (other.height + one.height) / 2,
      );
      expect(meets).toEqual([]);
      const longest = Math.max(0, ...one.node.lines.map((line) => [...line].length));
      expect(one.width).toBeGreaterThan(longest * 7);
    }
  });
});
