/** Someone who may work in the inbox. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Who does something to a conversation on our side. */
export interface Actor {
  /** As others see it. */
  readonly name: string;
  /** The user's; null: a program, or we ourselves. */
  readonly id: string | null;
}
