import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkspaceFolder } from '../../e2e/driver/workspace-folder.js';
import type { Scenario } from '../scenario.js';
import { type Trouble, trouble } from './troubled.js';

/** How long the server may take to see that a file has changed, ms. */
const slowestLook = 15_000;

/** A file is changed while the server reads the folder, and is as before again. */
function changed(change: (flows: WorkspaceFolder, text: string) => Promise<unknown>): Trouble {
  let kept = '';
  return {
    strike: async ({ flows }) => {
      kept = await flows.read('pricing.yaml');
      await change(flows, kept);
    },
    lift: async ({ flows }) => {
      await flows.remove('pricing.yaml');
      await flows.write('pricing.yaml', kept);
    },
  };
}

/** The same with what cannot be served: it is refused, and what is said meanwhile is said by the old set. */
function spoilt(spoil: (flows: WorkspaceFolder, text: string) => Promise<unknown>): Trouble {
  return {
    ...changed(spoil),
    look: async (scene) => {
      const end = Date.now() + slowestLook;
      while (Date.now() < end) {
        const { text = '{}' } = (await scene.readiness()) ?? {};
        if ((JSON.parse(text) as { rejected_reload?: unknown }).rejected_reload != null) return [];
        await pause(50);
      }
      return ['flows that cannot be served were not refused'];
    },
  };
}

const invalid = spoilt((flows) => flows.write('pricing.yaml', 'flow: [pricing\nsteps: nonsense'));
const halfWritten = spoilt((flows, text) => flows.write('pricing.yaml', text.slice(0, text.length / 2)));
const bomb = spoilt((flows) => flows.write('pricing.yaml', growing.join('\n')));

/** Nine levels of nine aliases, 350 million words when they are resolved. */
const growing = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, level, names) => {
  const items = Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*${names[level - 1] ?? ''}`));
  return `${name}: &${name} [${items.join()}]`;
});

const linked = changed(async (flows) => {
  const path = join(flows.path, 'pricing.yaml');
  await rename(path, `${path}.kept`);
  await symlink(`${path}.kept`, path);
});

/** Whoever is in the flow already ends it as it was. */
const edited = changed((flows, text) =>
  flows.write('pricing.yaml', text.replace('  - outcome: qualified', '  - tag: hot\n  - outcome: qualified')),
);

export const reloads: Scenario = {
  name: 'reloads',
  rows: [25, 26, 28],
  title:
    'Flows are saved that are invalid, half-written, YAML bombs, links, or merely other ones, while people are in them',
  engines: ['sqlite', 'postgres'],
  trials: { few: 5, record: 50 },
  run: (setting) =>
    trouble(setting, { troubles: [invalid, edited, halfWritten, linked, bomb], isFelt: false }),
};
