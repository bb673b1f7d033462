import { z } from 'zod';
import { refuse, writtenAs } from './values.js';

interface WholeNumbers {
  readonly from: number;
  readonly to: number;
  /** What counts where nothing is written, for editors to show. */
  readonly usual?: number;
  /** What the author is told of any other number. */
  readonly message: string;
  readonly hint?: string;
}

/** A whole number within these bounds, both included. */
export function wholeNumber({ from, to, usual, message, hint }: WholeNumbers) {
  return z
    .number()
    .transform((value, context) =>
      Number.isInteger(value) && value >= from && value <= to
        ? value
        : refuse(context, { code: 'bad-number', message, ...(hint === undefined ? {} : { hint }) }),
    )
    .meta(
      writtenAs({
        type: 'integer',
        minimum: from,
        maximum: to,
        ...(usual === undefined ? {} : { default: usual }),
      }),
    );
}
