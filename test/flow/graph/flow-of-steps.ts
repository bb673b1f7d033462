import type { FlowDefinition } from '../../../src/flow/definition.js';
import { readFiles } from '../reading.js';

/** A flow called guide with these steps: it can be drawn, whatever would happen in it. */
export function flowOfSteps(steps: string): FlowDefinition {
  const { workspaces } = readFiles({
    'guide.yaml': `flow: guide\nstart:\n  - keyword: guide\nsteps:\n${steps}`,
  });
  const definition = workspaces[0]?.flows[0];
  if (definition === undefined) throw new Error('There is no flow in this file.');
  return definition;
}
