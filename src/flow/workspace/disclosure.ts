import { z } from 'zod';
import type { Disclosure } from '../../core/workspace.js';
import { duration, mapping } from '../shape/values.js';

/** Who has not heard of us for so long has forgotten whom they write with, ms. */
const usualGap = 30 * 24 * 3_600_000;

/** `on`, `off`, or `{ after: 7d }`. */
export const disclosureShape = z.union([
  z.enum(['on', 'off']),
  mapping({ after: duration.describe('How long the bot has not spoken when it says so again (30d).') }),
]);

/** Whether the bot says that it is one; left out: it does. */
export function readDisclosure(written: z.output<typeof disclosureShape> | undefined): Disclosure | null {
  if (written === 'off') return null;
  return { gap: typeof written === 'object' ? written.after : usualGap };
}
