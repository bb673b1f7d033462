import { declarations, manyFlows } from '../many-flows.js';
import type { Company } from './workspace.js';

/** Flows of all kinds, with one that the load goes through that many. */
export function withFlows(number: number): Company {
  const flows = manyFlows(number - 1).filter(({ path }) => path !== 'workspace.yaml');
  return { declarations, flows };
}

const keywordsPerFlow = 100;

/** That many keywords, with the one that the load uses. */
export function withKeywords(number: number): Company {
  const others = Array.from({ length: number - 1 }, (_, at) => `offer ${String(at)}`);
  const flows = Array.from({ length: Math.ceil(others.length / keywordsPerFlow) }, (_, at) => ({
    path: `offers_${String(at)}.yaml`,
    text: `flow: offers_${String(at)}
title: Offers no. ${String(at)}
start:
  - keyword: [${others.slice(at * keywordsPerFlow, (at + 1) * keywordsPerFlow).join(', ')}]
steps:
  - say: Here it is.
  - outcome: answered
`,
  }));
  return { declarations: '', flows };
}
