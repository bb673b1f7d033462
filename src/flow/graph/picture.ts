import type { Way } from '../compile/way.js';

/** A flow as it is drawn: what it is made of in words, before anything has a place. */
export interface FlowPicture {
  readonly flow: string;
  readonly title: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** What a node is to whoever looks at the flow: its shape and colour. */
export type NodeKind =
  'start' | 'say' | 'question' | 'choice' | 'wait' | 'change' | 'outcome' | 'handoff' | 'flow' | 'end';

export interface PictureNode {
  /** Unique in its flow; of a step: its path. */
  readonly id: string;
  readonly kind: NodeKind;
  /** What is done here, in a word or two; empty of the end of the steps. */
  readonly head: string;
  /** Its own words, shortened; line by line. */
  readonly lines: readonly string[];
  /** Flows that it leads to. */
  readonly flows: readonly string[];
  /** Who came by, in words; empty: not counted, or nobody. */
  readonly counts: readonly string[];
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** Empty: there is but one way. */
  readonly label: string;
  readonly by: Way['by'];
}

/** How many contacts a step has spoken to, and how many runs stand there now. */
export interface StepCount {
  readonly reached: number;
  readonly here: number;
}

/** By step path. */
export type StepCounts = ReadonlyMap<string, StepCount>;
