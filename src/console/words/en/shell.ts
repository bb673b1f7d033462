/** What is around every page: navigation, the palette, the help. */
export const shell = {
  product: 'Heyword',
  skipToContent: 'Skip to content',
  navigation: 'Main',
  inbox: 'Inbox',
  search: 'Search',
  settings: 'Settings',
  simulator: 'Simulator',
  notFound: {
    title: 'Page not found',
    what: 'There is nothing at this address',
    why: 'The link may be old, or a letter is missing.',
    toInbox: 'To the inbox',
  },
  /** Under what the help and the palette list what may be done. */
  areas: {
    general: 'Anywhere',
    go: 'Go to',
    queue: 'In the queue',
    conversation: 'In a conversation',
    me: 'Me',
  },
  keys: {
    /** Between the keys of a chord: G then I. */
    then: 'then',
    names: {
      mod: 'Ctrl',
      shift: 'Shift',
      alt: 'Alt',
      Escape: 'Esc',
      Enter: 'Enter',
      Space: 'Space',
      ArrowUp: '↑',
      ArrowDown: '↓',
      ArrowLeft: '←',
      ArrowRight: '→',
    } as Readonly<Record<string, string>>,
  },
  palette: {
    title: 'Commands',
    open: 'Search or do something',
    placeholder: 'What do you want to do?',
    empty: 'Nothing fits.',
  },
  help: {
    title: 'Keyboard',
    open: 'Show the keyboard shortcuts',
    inQueue: 'With the focus in the list: for the chats that are selected, else for the one that you are on.',
    inConversation: 'With the focus anywhere else: for the chat that is open.',
  },
  availability: {
    toggle: 'Available or away',
    label: 'Availability',
    available: 'Available',
    away: 'Away',
    toAvailable: 'I am available',
    toAway: 'I am away',
  },
  theme: {
    label: 'Colours',
    system: 'As the system has it',
    light: 'Light',
    dark: 'Dark',
  },
  language: {
    label: 'Language',
    en: 'English',
    de: 'Deutsch',
  },
  me: {
    open: (name: string) => `${name}: your menu`,
    signOut: 'Sign out',
  },
  here: (count: number) => (count === 1 ? '1 person is online' : `${count} people are online`),
  line: {
    reconnecting: 'The connection is gone and being made again. What you see may be old.',
    offline: 'You are offline. What you see may be old.',
    back: 'Connected again.',
  },
  notAllowed: {
    title: 'This is not for you',
    why: (role: string) =>
      `With the role ${role} you cannot see this page. Whoever invited you can change that.`,
  },
  /** Beside the queue. */
  nothingOpen: {
    title: 'Choose a conversation',
    why: 'Everything that can be done by keyboard:',
  },
  fault: {
    title: 'This page broke',
    why: 'That is our fault, and reloading it usually helps.',
    reload: 'Reload the page',
  },
};
