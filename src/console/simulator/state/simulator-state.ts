import type { ContactSummary, SimulatorInfo, Story } from '../api/contract.js';
import type { Said } from './bubbles.js';
import type { Saying } from './saying.js';

/** One follower's chat as the page knows it. */
export interface Chat {
  /** Undefined until it was loaded once. */
  readonly story: Story | undefined;
  /** Why the last load failed; an older story may still stand. */
  readonly problem: string | undefined;
  readonly said: readonly Said[];
  /** When something last happened, in epoch milliseconds; undefined for a follower who never wrote. */
  readonly lastAt: number | undefined;
  /** The business wrote while another follower was on the screen. */
  readonly isUnread: boolean;
}

export interface SimulatorState {
  /** The follower on the screen; undefined until the first list has come. */
  readonly selected: string | undefined;
  /** In the order of the list. A Map, because a follower may be called `constructor`. */
  readonly chats: ReadonlyMap<string, Chat>;
  readonly contactsProblem: string | undefined;
  readonly info: SimulatorInfo | undefined;
  readonly infoProblem: string | undefined;
  readonly line: 'connecting' | 'connected' | 'reconnecting';
}

export type SimulatorAction =
  | { readonly type: 'followerChosen'; readonly name: string }
  | { readonly type: 'contactsLoaded'; readonly contacts: readonly ContactSummary[] }
  | { readonly type: 'contactsFailed'; readonly problem: string }
  | { readonly type: 'infoLoaded'; readonly info: SimulatorInfo }
  | { readonly type: 'infoFailed'; readonly problem: string }
  | { readonly type: 'storyLoaded'; readonly name: string; readonly story: Story }
  | { readonly type: 'storyFailed'; readonly name: string; readonly problem: string }
  | {
      readonly type: 'sayingStarted';
      readonly name: string;
      readonly id: string;
      readonly saying: Saying;
      readonly at: number;
    }
  | { readonly type: 'sayingAccepted'; readonly name: string; readonly id: string }
  | { readonly type: 'sayingFailed'; readonly name: string; readonly id: string; readonly problem: string }
  | { readonly type: 'lineChanged'; readonly line: SimulatorState['line'] };

export const emptyChat: Chat = {
  story: undefined,
  problem: undefined,
  said: [],
  lastAt: undefined,
  isUnread: false,
};

/** Before anything was loaded; a page opened at a follower's address begins with that follower. */
export function initialState(selected: string | undefined): SimulatorState {
  return {
    selected,
    chats: selected === undefined ? new Map() : new Map([[selected, emptyChat]]),
    contactsProblem: undefined,
    info: undefined,
    infoProblem: undefined,
    line: 'connecting',
  };
}
