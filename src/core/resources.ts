export interface Team {
  readonly name: string;
  readonly title: string;
  /** Promised time to the first reply, in ms of office hours; null: not promised. */
  readonly firstReply: number | null;
  readonly resolve: number | null;
}

export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly notice: string;
  readonly atMost: { readonly times: number; readonly per: 'day' | 'week' | 'month' } | null;
}

/** Where a tracked link leads: its own address with UTM parameters already in it. */
export interface LinkTarget {
  readonly name: string;
  readonly label: string;
  readonly target: string;
  /** Set of a booking: the address's parameter in which the booking system is told the link's code. */
  readonly reference?: string;
  /** What a booking that the system reports counts as. */
  readonly outcome?: string;
}
