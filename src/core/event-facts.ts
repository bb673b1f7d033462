/**
 * What every event has.
 *
 * `id` is the salted hash of the event's business key (platforms reference §1): the same delivery, however often and
 * in whatever order it arrives, has the same id. Ids of everything an event causes are derived from it.
 */
export interface EventFacts {
  readonly id: string;
  /** The platform's clock, epoch ms: reply windows and the order of consent follow it. */
  readonly occurredAt: number;
  /** Our clock, epoch ms: timers and service levels follow it. */
  readonly receivedAt: number;
}
