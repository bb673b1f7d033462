/** What a round has measured of a subject, by name; units stand in `report/columns.ts`. NaN: the machine does not tell. */
export type Figures = Readonly<Record<string, number>>;

/** How long a measurement takes, s. */
export interface Lengths {
  /** A server runs for weeks: what it costs to become fast is not what is asked for here. */
  readonly warmUp: number;
  readonly seconds: number;
}

/** What is measured anew in each round. */
export interface Subject {
  readonly name: string;
  /** Why it cannot be measured here; null: it can. */
  missing(): string | null;
  /** What takes long and is done once, before the first round; tells how much of it (0 to 1) is done. */
  prepare?(show: (what: string, share: number) => void): Promise<void>;
  measure(lengths: Lengths): Promise<Figures>;
}

export const partNames = ['throughput', 'latency', 'batches', 'growth', 'start-up'] as const;
export type PartName = (typeof partNames)[number];

/** Subjects that take turns, so that a machine's better and worse minutes are everybody's. */
export interface Part {
  readonly name: PartName;
  /** Whether its servers are warmed up and loaded. */
  readonly isUnderLoad: boolean;
  /** The first is that with which the others are compared. */
  readonly subjects: readonly Subject[];
  /** What the figures of one round say of each other: more of them, by subject. */
  relate(round: ReadonlyMap<string, Figures>): ReadonlyMap<string, Figures>;
}
