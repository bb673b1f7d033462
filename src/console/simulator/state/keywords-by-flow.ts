import type { KeywordHint } from '../api/contract.js';

/** So many are offered at most; a workspace may answer to ten thousand. */
const mostOffered = 24;

export interface FlowKeywords {
  readonly flow: string;
  readonly title: string;
  readonly phrases: readonly string[];
}

/** The first keywords in the order of their flows, each flow with its own, and how many were left out. */
export function keywordsByFlow(keywords: readonly KeywordHint[]): {
  readonly flows: readonly FlowKeywords[];
  readonly hidden: number;
} {
  const offered = keywords.slice(0, mostOffered);
  const flows = new Map<string, FlowKeywords>();
  for (const { flow, title, phrase } of offered) {
    const phrases = flows.get(flow)?.phrases ?? [];
    flows.set(flow, { flow, title, phrases: [...phrases, phrase] });
  }
  return { flows: [...flows.values()], hidden: keywords.length - offered.length };
}
