/** How long a contestant may take after a load for the messages that it leads to (design: speed), s. */
export const timeToDrain = 10;

/** How many messages the platform has got. */
export async function countSends(platformUrl: string): Promise<number> {
  const { messages } = (await (await fetch(`${platformUrl}/count`)).json()) as { messages: number };
  return messages;
}

/** Waits until the platform has got that many, at most so many seconds, and tells how many it has. */
export async function untilSent(platformUrl: string, wanted: number, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const sent = await countSends(platformUrl);
    if (sent >= wanted || performance.now() > until) return sent;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** When the first message to each contact came, since this was last asked, ms of the steady clock. */
export async function takeArrivals(platformUrl: string): Promise<Readonly<Record<string, number>>> {
  return (await (await fetch(`${platformUrl}/arrivals`)).json()) as Record<string, number>;
}
