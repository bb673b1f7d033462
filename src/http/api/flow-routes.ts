import { listFlows, readFlowSteps } from '../../contract/flows.js';
import { found } from './found.js';
import { serve, type Route } from './route.js';
import { mayDiscover } from './visible.js';

/** The flows as they run now. People see those of their workspaces. */
export const flowRoutes: readonly Route[] = [
  serve(listFlows, ({ query: { workspace: only }, caller }, { engine }) => {
    const flows = engine
      .describeFlows()
      .filter(({ workspace }) => mayDiscover(caller, workspace) && (only ?? workspace) === workspace);
    return Promise.resolve({
      items: flows.map((flow) => ({
        workspace: flow.workspace,
        brand: flow.brand,
        name: flow.name,
        title: flow.title,
        version: flow.version,
        keywords: [...flow.keywords],
        refs: [...flow.refs],
      })),
    });
  }),
  serve(readFlowSteps, ({ params: { workspace, flow }, caller }, { engine }) => {
    const steps = mayDiscover(caller, workspace) ? engine.describeSteps(workspace, flow) : null;
    return Promise.resolve({ items: [...found(steps, 'flow')] });
  }),
];
