import type { Course } from './course.js';

/** How long after a contact's last message a business may write freely on Instagram and Messenger, ms. */
const replyWindow = 24 * 3_600_000;

/** Whether the contact had written, by the platform's clock, so short a time ago, of what was known then. */
export function isWindowOpen({ said }: Course, at: number): boolean {
  return said.some(({ handedAt, occurredAt }) => handedAt <= at && at - occurredAt < replyWindow);
}
