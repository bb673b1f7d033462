import type { Words } from '../en.js';

export const shell: Words['shell'] = {
  product: 'Heyword',
  skipToContent: 'Zum Inhalt springen',
  navigation: 'Hauptmenü',
  inbox: 'Posteingang',
  search: 'Suche',
  settings: 'Einstellungen',
  simulator: 'Simulator',
  notFound: {
    title: 'Seite nicht gefunden',
    what: 'Unter dieser Adresse ist nichts',
    why: 'Vielleicht ist der Link alt, oder es fehlt ein Buchstabe.',
    toInbox: 'Zum Posteingang',
  },
  areas: {
    general: 'Überall',
    go: 'Gehe zu',
    queue: 'In der Liste',
    conversation: 'In einer Unterhaltung',
    me: 'Ich',
  },
  keys: {
    then: 'dann',
    names: {
      mod: 'Strg',
      shift: 'Umschalt',
      alt: 'Alt',
      Escape: 'Esc',
      Enter: 'Eingabe',
      Space: 'Leertaste',
      ArrowUp: '↑',
      ArrowDown: '↓',
      ArrowLeft: '←',
      ArrowRight: '→',
    },
  },
  palette: {
    title: 'Befehle',
    open: 'Suchen oder etwas tun',
    placeholder: 'Was möchtest du tun?',
    empty: 'Dazu passt nichts.',
  },
  help: {
    title: 'Tastatur',
    open: 'Tastenkürzel zeigen',
    inQueue: 'Mit dem Fokus in der Liste: für die ausgewählten Chats, sonst für den, auf dem du bist.',
    inConversation: 'Mit dem Fokus anderswo: für den Chat, der offen ist.',
  },
  availability: {
    toggle: 'Verfügbar oder abwesend',
    label: 'Verfügbarkeit',
    available: 'Verfügbar',
    away: 'Abwesend',
    toAvailable: 'Ich bin verfügbar',
    toAway: 'Ich bin abwesend',
  },
  theme: {
    label: 'Farben',
    system: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
  },
  language: {
    label: 'Sprache',
    en: 'English',
    de: 'Deutsch',
  },
  me: {
    open: (name) => `${name}: dein Menü`,
    signOut: 'Abmelden',
  },
  here: (count) => (count === 1 ? '1 Person ist online' : `${count} Personen sind online`),
  line: {
    reconnecting: 'Die Verbindung ist weg und wird neu aufgebaut. Was du siehst, kann veraltet sein.',
    offline: 'Du bist offline. Was du siehst, kann veraltet sein.',
    back: 'Wieder verbunden.',
  },
  notAllowed: {
    title: 'Das ist nicht für dich',
    why: (role) =>
      `Mit der Rolle ${role} kannst du diese Seite nicht sehen. Wer dich eingeladen hat, kann das ändern.`,
  },
  nothingOpen: {
    title: 'Wähle eine Unterhaltung',
    why: 'Alles, was mit der Tastatur geht:',
  },
  fault: {
    title: 'Diese Seite ist abgestürzt',
    why: 'Das liegt an uns; neu laden hilft meistens.',
    reload: 'Seite neu laden',
  },
};
