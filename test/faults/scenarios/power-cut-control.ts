import { accounts } from '../../e2e/driver/workspace-folder.js';
import { delivery, newMid, thread } from '../../platforms/meta-payloads.js';
import { readRows } from '../history/read-rows.js';
import { newContactId } from '../load/contact-id.js';
import { LoopDisk } from '../machine/disk.js';
import type { Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { within } from './aftermath.js';

/** What cuts have taken from a server that acknowledges before it is on the disk. */
export interface Control {
  readonly cuts: number;
  /** Messages that were acknowledged and are gone. */
  readonly lost: number;
}

/** Cuts until something is lost, at most. */
const mostCuts = 6;
/** Messages that are acknowledged before a cut, at most. */
const mostBefore = 300;
const atOnce = 8;
const preloaded = `--import=${new URL('../fail-points/relax-sync.js', import.meta.url).href}`;

/** Shows that this way to cut the power can see a loss: a server that does not wait for its disk loses by it. */
export async function cutRelaxed(setting: Setting): Promise<Control> {
  let [cuts, lost] = [0, 0];
  while (lost === 0 && cuts < mostCuts) {
    setting.show(`a control without full synchronisation, ${String(cuts)} cuts`);
    cuts += 1;
    lost = await cutOnce(setting);
  }
  return { cuts, lost };
}

/** How many acknowledged messages one cut takes. */
async function cutOnce({ engine, chance }: Setting): Promise<number> {
  const disk = await LoopDisk.mount();
  try {
    return await within(await Scene.set(engine, { dataFolder: disk.path }), async (scene) => {
      await scene.start({ NODE_OPTIONS: preloaded });
      const acknowledged = await writeMuch(scene, 50 + chance.upTo(mostBefore - 50));
      scene.server.halt();
      await disk.keepWhatIsOnIt();
      await scene.server.kill();
      await disk.returnToKept();
      const { lines } = await readRows(scene.databaseUrl);
      const kept = new Set(lines.map(({ platformMessageId }) => platformMessageId));
      return acknowledged.filter((id) => !kept.has(id)).length;
    });
  } finally {
    await disk.remove();
  }
}

/** The ids of the messages that were acknowledged. */
async function writeMuch(scene: Scene, count: number): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const reach = scene.reach();
  const writeOn = async (): Promise<void> => {
    while (acknowledged.length < count) {
      const mid = newMid();
      const item = thread(accounts.instagram, newContactId()).says('hello', { mid });
      if ((await reach.deliver(delivery(accounts.instagram, item))) === 200) acknowledged.push(mid);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, writeOn));
  return acknowledged;
}
