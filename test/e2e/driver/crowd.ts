import type { Follower } from './follower.js';
import type { Stage } from './stage.js';

const writersAtOnce = 16;

/**
 * Lets one new follower after another write, several at a time, until the server takes no more; returns those whose
 * message it has acknowledged.
 */
export async function writeUntilRefused(stage: Stage, text: string): Promise<readonly Follower[]> {
  const acknowledged: Follower[] = [];
  const write = async (): Promise<void> => {
    for (;;) {
      const follower = stage.follower();
      try {
        await follower.says(text);
      } catch {
        return;
      }
      acknowledged.push(follower);
    }
  };
  await Promise.all(Array.from({ length: writersAtOnce }, write));
  return acknowledged;
}
