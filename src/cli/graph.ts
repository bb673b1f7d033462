import { drawFlow } from '../flow/graph/draw-flow.js';
import { toMermaid } from '../flow/graph/mermaid.js';
import type { FlowPicture, StepCounts } from '../flow/graph/picture.js';
import { toSvg } from '../flow/graph/svg/draw-svg.js';
import type { WorkspaceFiles } from '../flow/read-flow-files.js';
import { UsageError } from './command.js';
import type { Command, ExitCode, Terminal } from './command.js';
import { parseCall } from './parse-call.js';
import { describeIssues, hasErrors, readFolder } from './read-folder.js';
import { chooseFlows } from './choose-flows.js';

/** Who came by the steps of a flow. */
export type CountsOf = (workspace: string, flow: string) => StepCounts;

/** What came of asking a database; why one refused, the terminal has been told. */
export type CountsReading =
  | { readonly kind: 'counted'; readonly counts: CountsOf }
  | { readonly kind: 'none_named' }
  | { readonly kind: 'refused'; readonly exit: ExitCode };

/** Asks a database, by its address, or the one that DATABASE_URL names. */
export type ReadCounts = (address: string | undefined, terminal: Terminal) => Promise<CountsReading>;

const options = {
  flow: { type: 'string' },
  mermaid: { type: 'boolean' },
  svg: { type: 'boolean' },
  database: { type: 'string' },
} as const;

/** @param readCounts Kept out of here, so that drawing needs no database. */
export function createGraphCommand(readCounts: ReadCounts): Command {
  return {
    name: 'graph',
    usage: '[dir] [--flow NAME] [--mermaid | --svg] [--database address]',
    summary: `Draws the flows, or one of them, as Mermaid, or as a picture: --svg > flows.svg. With a database (--database, or
      DATABASE_URL) each step says how many contacts it has spoken to, and how many are there now.`,
    run: async (args, terminal) => {
      const { values, positionals } = parseCall(args, options, 1);
      if (values.mermaid === true && values.svg === true) throw new UsageError('Choose --mermaid or --svg.');
      const reading = await readFolder(positionals[0], terminal);
      if (hasErrors(reading)) {
        terminal.complain(describeIssues(reading));
        return 1;
      }
      const counted = await readCounts(values.database, terminal);
      if (counted.kind === 'refused') return counted.exit;
      const counts = counted.kind === 'counted' ? counted.counts : null;
      const pictures = drawAll(reading.workspaces, values.flow, counts);
      terminal.print(values.svg === true ? toSvg(pictures) : toMermaid(pictures));
      return 0;
    },
  };
}

function drawAll(
  workspaces: readonly WorkspaceFiles[],
  only: string | undefined,
  counts: CountsOf | null,
): readonly FlowPicture[] {
  const flows = workspaces.flatMap(({ name: workspace, flows: all }) =>
    all.map((definition) => ({ workspace, definition })),
  );
  const chosen = chooseFlows(flows, only);
  const isOne = workspaces.length === 1;
  return chosen.map(({ workspace, definition }) => {
    const picture = drawFlow(definition, counts === null ? null : counts(workspace, definition.name));
    return isOne ? picture : namedBy(workspace, picture);
  });
}

/** Two workspaces may have a flow of the same name. */
function namedBy(workspace: string, picture: FlowPicture): FlowPicture {
  const full = (flow: string): string => `${workspace}/${flow}`;
  const nodes = picture.nodes.map((node) => ({ ...node, flows: node.flows.map(full) }));
  return { ...picture, flow: full(picture.flow), nodes };
}
