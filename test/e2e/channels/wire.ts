/** What one sees of a message: its words, and what can be pressed under it. */
export interface SeenMessage {
  readonly text: string;
  readonly choices: readonly SeenChoice[];
  /** Where its link leads, wherever that stands; null: it has none. */
  readonly link: string | null;
}

/** `payload` null: it can only be written. */
export interface SeenChoice {
  readonly title: string;
  readonly payload: string | null;
}

/** One person's line to one account of ours, as their platform carries it. */
export interface Wire {
  /** How the machine API names them: account and platform id. */
  readonly reference: string;
  /** Resolves when the server has taken it. */
  says(text: string): Promise<void>;
  /** Presses what a message offered. */
  taps(choice: SeenChoice): Promise<void>;
  /** Messages that reached them so far, the first first. */
  received(): readonly SeenMessage[];
  /** Resolves when so many have been sent to them, refused ones counted. */
  waitForSends(count: number): Promise<void>;
}

/** A wire of a channel with posts that one can comment on. */
export interface PublicWire extends Wire {
  /** The comment's id. */
  comments(text: string): Promise<string>;
  /** What was said under comments so far. */
  publicReplies(): readonly string[];
}

/** A channel's platform: its address for the server, its accounts, and people on it. */
export interface FakePlatform<W extends Wire = Wire> {
  readonly env: Readonly<Record<string, string>>;
  /** The accounts' entries in workspace.yaml. */
  readonly accounts: readonly Readonly<Record<string, unknown>>[];
  /** Where the server is, once it serves. */
  connect(serverAddress: string): void;
  person(firstName: string): W;
  /** Requests of ours that the platform would not have taken. */
  violations(): readonly string[];
  /** Everything that it was asked to send, in words: must not show in any log. */
  texts(): readonly string[];
  close(): Promise<void>;
}
