/** What the machine API answers, as far as these tests look at it. */
export interface ContactAnswer {
  readonly id: string;
  readonly conversation_id: string;
  readonly platform_ids: readonly string[];
  readonly name: string | null;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly consent: {
    readonly stopped_at: string | null;
    readonly topics: readonly { readonly topic: string; readonly state: string }[];
  };
}

export interface ConversationAnswer {
  readonly id: string;
  readonly state: 'stopped' | 'with_person' | 'in_flow' | 'idle';
  readonly owner: 'bot' | 'human' | 'other';
  readonly run: { readonly flow: string; readonly version: string; readonly step: string } | null;
  readonly handoff: { readonly id: string; readonly team: string | null } | null;
}

export interface StoryLineAnswer {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** Whether everybody reads it, under a comment. */
  readonly public: boolean;
  readonly state: string | null;
  readonly reason: string | null;
  readonly speaker: { readonly kind: string; readonly flow?: string; readonly version?: string } | null;
  readonly platform_message_id: string | null;
}

export interface LedgerLineAnswer {
  readonly sequence: number;
  readonly change: 'granted' | 'withdrawn' | 'refused';
  readonly purpose: string;
  readonly notice: string | null;
  readonly words: string;
  readonly flow: { readonly name: string; readonly version: string; readonly step: string } | null;
  readonly platform_message_id: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface HandoffAnswer {
  readonly id: string;
  readonly conversation_id: string;
  readonly team: string | null;
  readonly reason: string;
  readonly note: string;
  readonly priority: string;
  readonly reference: string | null;
  readonly state: string;
  readonly taken_by: string | null;
}

export interface OutcomeAnswer {
  readonly conversation_id: string;
  readonly name: string;
  readonly source: { readonly kind: string };
}

export interface Listing<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface ErrorAnswer {
  readonly error: { readonly code: string; readonly message: string };
}
