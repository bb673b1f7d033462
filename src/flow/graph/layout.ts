import { Graph, layout } from './dagre.js';
import type { Box } from './dagre.js';
import { widthOf } from './measure.js';
import type { FlowPicture, NodeKind, PictureEdge, PictureNode } from './picture.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a node is, by its middle. */
export interface PlacedNode extends Point {
  readonly node: PictureNode;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly edge: PictureEdge;
  readonly points: readonly Point[];
  /** Where its label is, by the middle. */
  readonly label: Point;
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Sizes of text, and what is around it; px. */
export const sizes = {
  head: 11,
  line: 14,
  lineHeight: 20,
  headHeight: 20,
  label: 12,
  padding: 16,
  end: 22,
} as const;

const NARROWEST = 120;

/** What a shape takes from the width of its text. */
const slants: Partial<Record<NodeKind, number>> = { choice: 28, start: 16, outcome: 16, question: 14 };

/** Gives everything a place, from top to bottom. */
export function placePicture({ nodes, edges }: FlowPicture): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 24, ranksep: 40, marginx: 2, marginy: 2 });
  for (const node of nodes) graph.setNode(node.id, sizeOf(node));
  for (const [index, edge] of edges.entries()) {
    const width = edge.label === '' ? 0 : widthOf(edge.label, sizes.label) + 14;
    const label = { width, height: edge.label === '' ? 0 : 22, labelpos: 'c' as const };
    graph.setEdge(edge.from, edge.to, label, String(index));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const { x = 0, y = 0, width: wide, height: high } = graph.node(node.id);
      return { node, x, y, width: wide, height: high };
    }),
    edges: edges.map((edge, index) => {
      const { points = [], x = 0, y = 0 } = graph.edge(edge.from, edge.to, String(index));
      const docked = dock(points, graph.node(edge.from), graph.node(edge.to));
      return { edge, points: docked, label: { x, y } };
    }),
  };
}

/** How far from a corner a line may end, px: corners are cut or round. */
const CORNER = 26;

/** A line down begins below one node and ends above the other, clear of their corners. */
function dock(points: readonly Point[], from: Box, to: Box): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  const [bottom, top] = [(from.y ?? 0) + from.height / 2, (to.y ?? 0) - to.height / 2];
  if (first === undefined || last === undefined || bottom >= top) return points;
  return [{ x: within(first.x, from), y: bottom }, ...points.slice(1, -1), { x: within(last.x, to), y: top }];
}

function within(x: number, { x: middle = 0, width }: Box): number {
  const room = Math.max(0, width / 2 - CORNER);
  return Math.min(Math.max(x, middle - room), middle + room);
}

function sizeOf({ kind, head, lines, counts }: PictureNode): {
  readonly width: number;
  readonly height: number;
} {
  if (kind === 'end' && lines.length === 0) return { width: sizes.end, height: sizes.end };
  const footer = counts.join(' · ');
  const widest = Math.max(
    ...lines.map((line) => widthOf(line, sizes.line)),
    widthOf(head.toUpperCase(), sizes.head) * 1.1 + 22,
    widthOf(footer, sizes.label) + 12,
  );
  const slant = slants[kind] ?? 0;
  return {
    width: Math.max(NARROWEST, Math.ceil(widest) + 2 * sizes.padding + slant),
    height:
      sizes.headHeight +
      lines.length * sizes.lineHeight +
      (counts.length > 0 ? 26 : 0) +
      2 * (sizes.padding - 5),
  };
}
