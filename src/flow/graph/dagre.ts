import * as dagre from '@dagrejs/dagre';

/** A node as it goes in, and where it comes out: x and y of its middle. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
}

/** A line as it goes in, with the room that its label needs; its points, and its label's middle, as they come out. */
export interface Line extends Box {
  readonly labelpos: 'c';
  readonly points?: readonly { readonly x: number; readonly y: number }[];
}

interface Graph {
  setGraph(label: Readonly<Record<string, unknown>>): void;
  setNode(id: string, box: Box): void;
  setEdge(from: string, to: string, line: Line, name: string): void;
  graph(): { readonly width?: number; readonly height?: number };
  node(id: string): Box;
  edge(from: string, to: string, name: string): Line;
}

/** What is used of it: its own types cannot be resolved the way Node resolves modules. */
interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => Graph;
  readonly layout: (graph: Graph) => void;
}

export const { Graph, layout } = dagre as unknown as Dagre;
