/** Codes that are each given once, ever. */
export interface CouponList {
  readonly name: string;
  /** In the order in which they are given. */
  readonly codes: readonly string[];
  /** How many one contact gets; who asks again is told the last one. */
  readonly perContact: number;
  /** The moment from which none is given any more, epoch ms; null: there is none. */
  readonly endsAt: number | null;
}

export function hasEnded({ endsAt }: CouponList, now: number): boolean {
  return endsAt !== null && now >= endsAt;
}
