import { withFlows } from '../contestants/companies.js';
import { startHeyword } from '../contestants/heyword.js';
import { once } from '../contestants/once.js';
import { makeDatabaseFolder } from '../contestants/database-folder.js';
import { overInstagram } from '../contestants/workspace.js';
import { residentMegabytes } from '../measures/memory.js';
import type { Figures, Part, Subject } from './part.js';

/** How long a server takes to start on a file that it has used before. */
export function startUp(): Part {
  return {
    name: 'start-up',
    isUnderLoad: false,
    subjects: [withFlowsOf(1, '1 flow'), withFlowsOf(1_000, '1,000 flows')],
    relate: () => new Map(),
  };
}

function withFlowsOf(number: number, name: string): Subject {
  return { name, missing: () => null, measure: () => startTwice(number) };
}

/** The first start makes the tables; the second is like every later one. */
async function startTwice(flows: number): Promise<Figures> {
  const folder = makeDatabaseFolder();
  try {
    const setting = { databaseUrl: folder.databaseUrl, way: overInstagram, company: withFlows(flows) };
    const start = () => startHeyword(setting);
    await once({ start }, async () => undefined);
    return await once({ start }, async ({ startUp: seconds, pids: [pid = 0] }) => ({
      startUp: seconds,
      rss: residentMegabytes(pid),
    }));
  } finally {
    folder.remove();
  }
}
