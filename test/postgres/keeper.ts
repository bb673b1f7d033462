import { Cluster } from './cluster.js';
import type { KeeperAnswer, KeeperOrder } from './keeper-words.js';

// Keeps one PostgreSQL for the process that forked it, and for no longer than that lives: however it ends, the channel
// between them does too. For that, this process must outlive an end meant for both: it is forked into a group of its own.

const orders: Readonly<Record<KeeperOrder, (cluster: Cluster) => Promise<void>>> = {
  resume: (cluster) => cluster.start(),
  stop: (cluster) => cluster.stop('fast'),
  crash: (cluster) => cluster.stop('immediate'),
};

function answer(words: KeeperAnswer): void {
  // Without a callback, an answer that nobody waits for any more would be an error of this process.
  process.send?.(words, () => undefined);
}

let cluster: Cluster | null = null;

async function obey(order: KeeperOrder): Promise<void> {
  try {
    cluster ??= await Cluster.create();
    await orders[order](cluster);
    answer({ url: cluster.url });
  } catch (error) {
    answer({ fault: error instanceof Error ? error.message : String(error) });
  }
}

async function end(): Promise<void> {
  await cluster?.remove();
  process.exit();
}

// One thing after another, the end included: what is half made could not be removed.
let done = obey('resume');
process.on('message', (order: KeeperOrder) => {
  done = done.then(() => obey(order));
});
process.once('disconnect', () => {
  done = done.then(end);
});
if (!process.connected) done = done.then(end);
