import type { ContactSummary, Story } from '../api/contract.js';
import { bubblesOf } from './bubbles.js';
import { nextFreeName } from './follower-name.js';
import { emptyChat, type Chat, type SimulatorAction, type SimulatorState } from './simulator-state.js';

/** The page's whole behaviour over time, apart from what it asks of the server. */
export function reduce(state: SimulatorState, action: SimulatorAction): SimulatorState {
  switch (action.type) {
    case 'followerChosen':
      return {
        ...withChat(state, action.name, (chat) => ({ ...chat, isUnread: false })),
        selected: action.name,
      };
    case 'contactsLoaded':
      return chooseSomebody({ ...withContacts(state, action.contacts), contactsProblem: undefined });
    case 'contactsFailed':
      return chooseSomebody({ ...state, contactsProblem: action.problem });
    case 'infoLoaded':
      return { ...state, info: action.info, infoProblem: undefined };
    case 'infoFailed':
      return { ...state, infoProblem: action.problem };
    case 'storyLoaded':
      return withChat(state, action.name, (chat) =>
        toldChat(chat, action.story, action.name === state.selected),
      );
    case 'storyFailed':
      return withChat(state, action.name, (chat) => ({ ...chat, problem: action.problem }));
    case 'sayingStarted':
      return withChat(state, action.name, (chat) => ({ ...chat, said: said(chat, action) }));
    case 'sayingAccepted':
      return withProgress(state, action, { progress: 'accepted', problem: null });
    case 'sayingFailed':
      return withProgress(state, action, { progress: 'failed', problem: action.problem });
    case 'lineChanged':
      return { ...state, line: action.line };
  }
}

function withChat(state: SimulatorState, name: string, change: (chat: Chat) => Chat): SimulatorState {
  const known = state.chats.get(name);
  const chats = known === undefined ? new Map([[name, emptyChat], ...state.chats]) : new Map(state.chats);
  return { ...state, chats: chats.set(name, change(known ?? emptyChat)) };
}

/** Whoever the server has not heard yet stands first, the others as the server lists them. */
function withContacts(state: SimulatorState, contacts: readonly ContactSummary[]): SimulatorState {
  const listed = new Map(
    contacts.map(({ name, lastAt }) => [name, { ...(state.chats.get(name) ?? emptyChat), lastAt }]),
  );
  const unheard = [...state.chats].filter(([name]) => !listed.has(name));
  return { ...state, chats: new Map([...unheard, ...listed]) };
}

function chooseSomebody(state: SimulatorState): SimulatorState {
  if (state.selected !== undefined) return state;
  const [newest = nextFreeName(new Set())] = state.chats.keys();
  return { ...withChat(state, newest, (chat) => chat), selected: newest };
}

function toldChat(chat: Chat, story: Story, isOnScreen: boolean): Chat {
  const hasNews = newestFromBusiness(story) !== newestFromBusiness(chat.story);
  return {
    ...chat,
    story,
    problem: undefined,
    lastAt: story.messages.at(-1)?.at ?? chat.lastAt,
    isUnread: !isOnScreen && (chat.isUnread || hasNews),
  };
}

function newestFromBusiness(story: Story | undefined): string | undefined {
  return story?.messages.findLast((message) => message.direction === 'out')?.id;
}

/** Said again under the same id, a message moves to the end: that is where the server will put it. */
function said(chat: Chat, { id, saying, at }: SimulatorAction & { type: 'sayingStarted' }): Chat['said'] {
  const others = chat.said.filter((one) => one.id !== id);
  const after = bubblesOf(chat.story, others).at(-1)?.id ?? null;
  return [...others, { id, saying, at, after, progress: 'sending', problem: null }];
}

function withProgress(
  state: SimulatorState,
  { name, id }: { readonly name: string; readonly id: string },
  change: Pick<Chat['said'][number], 'progress' | 'problem'>,
): SimulatorState {
  return withChat(state, name, (chat) => ({
    ...chat,
    said: chat.said.map((one) => (one.id === id ? { ...one, ...change } : one)),
  }));
}
