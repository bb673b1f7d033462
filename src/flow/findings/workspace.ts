import type { Finding } from './finding.js';

/** What can be wrong with workspace.yaml, with what flows name of it, and with how files lie in their folder. */
export const workspaceFindings = {
  'missing-workspace': {
    severity: 'error',
    title: 'There is no workspace.yaml',
    explanation: 'It says whose flows these are. Without it the files beside it belong to nobody.',
    example: '# flows/guide.yaml alone',
    mend: 'Put a workspace.yaml beside the flows; a line `brand: Your name` is enough to begin.',
  },
  'two-layouts': {
    severity: 'error',
    title: 'A workspace inside another',
    explanation:
      'The folder of flows is one workspace, with workspace.yaml at its root, or holds a folder for each; never both.',
    example: '# flows/workspace.yaml and flows/shop/workspace.yaml',
    mend: 'Move one of the two out.',
  },
  'file-extension': {
    severity: 'error',
    title: 'A file that ends in .yml',
    explanation: 'Files of the flow language end in .yaml, so that none is overlooked.',
    example: '# flows/guide.yml',
    mend: 'Rename it to .yaml.',
  },
  'unknown-link': {
    severity: 'error',
    title: 'A link that the workspace does not have',
    explanation: 'Tracked links stand in workspace.yaml under `links`, so that each address is written once.',
    example: `- say: Here it is
  link: giude`,
    mend: 'Correct the name, or add the link there.',
  },
  'unknown-booking': {
    severity: 'error',
    title: 'A booking that the workspace does not have',
    explanation: 'Pages where people pick a time stand in workspace.yaml under `bookings`.',
    example: `- book: demo
  say: Pick a time`,
    mend: 'Correct the name, or add the booking there.',
  },
  'bad-reference': {
    severity: 'error',
    title: 'Not a parameter of an address',
    explanation:
      'A booking’s `reference` is the parameter in which its address carries the code that the booking system reports.',
    example: 'bookings: { call: { to: "https://cal.example/me", label: Book, reference: "my code" } }',
    mend: 'Use letters, digits, - and _, or leave the line out: then it is hw.',
  },
  'unknown-topic': {
    severity: 'error',
    title: 'A topic that the workspace does not have',
    explanation: 'What people can agree to stands in workspace.yaml under `topics`.',
    example: '- ask_consent: weekly_tip',
    mend: 'Correct the name, or add the topic there.',
  },
  'unknown-team': {
    severity: 'error',
    title: 'A team that the workspace does not have',
    explanation:
      'Teams that take handoffs stand in workspace.yaml under `teams`. `any` stands for whichever is free.',
    example: '- handoff: slaes',
    mend: 'Correct the name, or add the team there.',
  },
  'rating-without-mark': {
    severity: 'warning',
    title: 'A rating flow without a mark',
    explanation:
      'The flow under `rating` begins when people have resolved a handoff. The mark that its `rate` takes is shown with the handoff; this one has no `rate`.',
    example: 'rating: goodbye',
    mend: 'Ask by `rate`, or name another flow.',
  },
  'unknown-timezone': {
    severity: 'error',
    title: 'Not a time zone',
    explanation: 'Hours and moments are those of a place, which is named by continent and city.',
    example: 'timezone: Berlin',
    mend: 'Write Europe/Berlin.',
  },
  'unknown-language': {
    severity: 'error',
    title: 'Not a language of the workspace',
    explanation:
      'A language is two letters, such as en or de, and stands under `languages` before anything is written in it.',
    example: 'languages: [english]',
    mend: 'Write its code, and add it to `languages`.',
  },
  'missing-texts': {
    severity: 'error',
    title: 'A language that we do not speak',
    explanation:
      'The server has words of its own, such as the confirmation of STOP. In this language they are yours to write.',
    example: 'languages: [en, is]',
    mend: 'Write the texts that are listed under `texts` in workspace.yaml.',
  },
  'commands-unheard': {
    severity: 'warning',
    title: 'A language in which no command is heard',
    explanation:
      'STOP, "back", "start over" and the wish for a person are heard in the languages that are named, whatever a contact speaks, and in no other.',
    example: 'languages: [en, is]',
    mend: 'Say in the texts of this language which words to write: STOP, BACK, AGENT. Have a person read what is written in it.',
  },
  'english-texts': {
    severity: 'warning',
    title: 'Texts that fall back to English',
    explanation:
      'We do not speak this language. What we say of answers that do not fit, and of questions that are not clear, is said in English where it is not yours.',
    example: 'languages: [en, is]',
    mend: 'Write the texts that are listed under `texts` in workspace.yaml.',
  },
  'unknown-channel': {
    severity: 'error',
    title: 'Not a channel',
    explanation: 'No account can be connected, and no test played, on a channel of that name.',
    example: 'channel: instgram',
    mend: 'Use one of the channels that are listed.',
  },
  'duplicate-account': {
    severity: 'error',
    title: 'Two accounts with one name or one id',
    explanation: 'What arrives could not be told apart.',
    example: `accounts:
  - { channel: instagram, name: studio, … }
  - { channel: messenger, name: studio, … }`,
    mend: 'Give one of the two another name; an id is that of the platform.',
  },
  'foreign-account-key': {
    severity: 'error',
    title: 'Something that accounts of this channel do not have',
    explanation: 'What an account is connected by differs from channel to channel.',
    example: 'accounts: [{ channel: telegram, name: bot, business: "1023", … }]',
    mend: 'Remove the line, or correct the channel.',
  },
  'bad-account-name': {
    severity: 'error',
    title: 'A name that cannot stand in an address',
    explanation:
      'Each Telegram bot has a webhook of its own, whose address ends with the name of its account.',
    example: 'accounts: [{ channel: telegram, name: Studio bot, … }]',
    mend: 'Use letters, digits, _ and -: studio_bot.',
  },
  'token-not-renewed': {
    severity: 'warning',
    title: 'An access token that ends after two hours',
    explanation:
      'X gives access tokens for two hours. With the client of the app and the refresh token a new one is got before the old one ends.',
    example: 'accounts: [{ channel: x, name: studio, id: "2244994945", token: $X_TOKEN, secret: $X_SECRET }]',
    mend: 'Add client_id, refresh_token and, for a confidential client, client_secret.',
  },
  'bad-link': {
    severity: 'error',
    title: 'Not an address',
    explanation: 'A link leads to an address that begins with https:// or http://.',
    example: 'to: example.com/guide',
    mend: 'Write it in full, as it stands in the browser.',
  },
  'bad-frequency': {
    severity: 'error',
    title: 'Not a frequency',
    explanation: 'How often a topic may be written about is a number and a period.',
    example: 'at_most: weekly',
    mend: 'Write 1/day, 1/week or 4/month.',
  },
  'bad-days': {
    severity: 'error',
    title: 'Not a day of the week',
    explanation: 'Days have three letters, and a range has a dash between the first and the last.',
    example: 'hours: { weekdays: "09:00-18:00" }',
    mend: 'Write mon, or mon-fri.',
  },
  'duplicate-day': {
    severity: 'error',
    title: 'A day stands twice in the hours',
    explanation: 'Of two entries for one day only one could count.',
    example: 'hours: { mon-fri: "09:00-18:00", fri: "09:00-14:00" }',
    mend: 'Let the ranges not overlap; put several intervals of one day into one text, with commas between.',
  },
  'bad-hours': {
    severity: 'error',
    title: 'Not opening hours',
    explanation: 'Hours are intervals of the 24-hour clock, in order, each within one day.',
    example: 'hours: { mon-fri: "9-18" }',
    mend: 'Write "09:00-18:00", or "09:00-12:30, 14:00-18:00".',
  },
} as const satisfies Readonly<Record<string, Finding>>;
