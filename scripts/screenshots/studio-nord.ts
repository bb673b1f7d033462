import { conversationOf } from '../../test/console/fake-inbox/seed-conversation.js';
import {
  minute,
  momentOf,
  type Me,
  type QueueItem,
  type User,
  type World,
} from '../../test/console/fake-inbox/world.js';
import { storyOfMara } from './story-of-mara.js';
import { type Chat, waitingChats } from './waiting-chats.js';

/** A Tuesday in May, 14:40 in Hamburg: every picture is of this moment. */
export const moment = Date.parse('2026-05-19T12:40:00Z');

const teams = [
  { name: 'courses', title: 'Courses' },
  { name: 'shop', title: 'Shop' },
  { name: 'billing', title: 'Billing' },
];

const workspace: Me['workspaces'][number] = {
  name: 'nord',
  brand: 'Studio Nord',
  teams,
  accounts: [
    { name: 'studio.nord', channel: 'instagram' },
    { name: 'Studio Nord', channel: 'messenger' },
    { name: '+49 40 5550142', channel: 'whatsapp' },
    { name: 'studionordbot', channel: 'telegram' },
    { name: '@studionord', channel: 'x' },
  ],
  topics: [{ name: 'course_news', title: 'News of courses' }],
  outcomes: ['booked', 'waiting list', 'refunded', 'answered'],
};

const accountOf = new Map(workspace.accounts.map(({ name, channel }) => [channel, name]));

/** Furnishes a world as Studio Nord, a small pottery that gives courses: Ida leads its courses and is signed in. */
export function furnish(world: World): void {
  const people = colleagues(world.people);
  const [ida] = people;
  if (ida === undefined) throw new Error('Nobody works here.');
  world.people = people;
  world.me = { ...world.me, user: ida, language: null, workspaces: [workspace] };
  world.handoffs.clear();
  for (const [index, chat] of waitingChats.entries()) {
    const item = handoffOf(chat, index, people);
    world.handoffs.set(item.id, item);
  }
  world.views = [
    {
      id: 'v-1',
      name: 'Summer courses',
      is_shared: true,
      is_mine: false,
      view: 'all',
      sort: 'urgency',
      filters: { team: 'courses' },
    },
    {
      id: 'v-2',
      name: 'WhatsApp first',
      is_shared: false,
      is_mine: true,
      view: 'all',
      sort: 'oldest',
      filters: { channel: 'whatsapp' },
    },
  ];
  world.replies = savedReplies;
  furnishMara(world);
}

function colleagues(seeded: readonly User[]): readonly User[] {
  const roles = { 'u-ida': 'lead', 'u-sam': 'owner', 'u-lotte': 'agent', 'u-omar': 'agent' } as const;
  const places: Readonly<Record<string, string[]>> = {
    'u-ida': ['nord/courses'],
    'u-sam': ['nord/courses', 'nord/billing'],
    'u-lotte': ['nord/billing'],
    'u-omar': ['nord/shop'],
  };
  return seeded.map((user) => ({
    ...user,
    email: `${user.id.slice(2)}@studio-nord.example`,
    role: roles[user.id as keyof typeof roles],
    teams: places[user.id] ?? [],
    capacity: 12,
    last_seen_at: momentOf(moment - (user.is_online ? 0 : 150 * minute)),
  }));
}

function handoffOf(chat: Chat, index: number, people: readonly User[]): QueueItem {
  const assignee = people.find(({ id }) => id === chat.with) ?? null;
  const at = moment - chat.minutesAgo * minute;
  return {
    ...bare,
    id: `h-${index}`,
    conversation_id: `c-${index}`,
    account: accountOf.get(chat.channel) ?? '',
    contact_id: `contact-${index}`,
    contact_name: chat.name,
    channel: chat.channel,
    team: chat.team,
    assignee: assignee === null ? null : { id: assignee.id, name: assignee.name },
    state: assignee === null ? 'open' : 'taken',
    opened_at: momentOf(at - 3 * minute),
    waiting_since: momentOf(at),
    first_reply: chat.replyIn === undefined ? noDeadline('none') : deadline(chat.replyIn),
    resolution: chat.resolveIn === undefined ? noDeadline('paused') : deadline(chat.resolveIn),
    first_reply_at: chat.replyIn === undefined ? momentOf(at - minute) : null,
    waits_for: chat.replyIn === undefined && chat.resolveIn === undefined ? 'contact' : 'team',
    last_message: { direction: chat.says ?? 'in', text: chat.text, at: momentOf(at) },
    ...chat.rest,
  };
}

const bare = {
  workspace: 'nord',
  tags: [] as string[],
  reason: 'asked',
  note: '',
  priority: 'normal',
  reference: null,
  snoozed_until: null,
  closed_at: null,
  closed_by: null,
  outcome: null,
  rating: null,
} as const;

/** Kept already, or with a clock that stands still. */
function noDeadline(level: 'none' | 'paused'): QueueItem['first_reply'] {
  return { due_at: null, at_risk_at: null, level };
}

/** In so many minutes; less than none is too late. */
function deadline(minutes: number): QueueItem['first_reply'] {
  const dueAt = moment + minutes * minute;
  const level = minutes < 0 ? 'late' : minutes <= 15 ? 'at_risk' : 'good';
  return { due_at: momentOf(dueAt), at_risk_at: momentOf(dueAt - 15 * minute), level };
}

const savedReplies: World['replies'] = [
  [
    'deposit',
    'A deposit of 40 € keeps your place, {{contact.first_name or "dear"}}; the rest is due on the first evening.',
  ],
  ['kiln', 'The kiln is fired on Thursdays. What you bring until Wednesday evening is ready on Saturday.'],
  ['language', 'Our teachers speak German and English, and explain everything in both.'],
  ['shipping', 'We ship to all of Europe in three to five days, well wrapped.'],
  ['thanks', 'Thank you, {{contact.first_name or "dear"}}! {{agent.name}} of {{workspace.brand}}'],
].map(([shortcut = '', text = ''], index) => ({
  ...{ id: `p-${index}`, shortcut, text, workspace: null },
  ...{ is_shared: index !== 4, is_mine: index === 4 },
}));

function furnishMara(world: World): void {
  const mara = conversationOf(world, 'c-0');
  if (mara === undefined) throw new Error('Mara is not waiting.');
  mara.timeline = storyOfMara(moment);
  mara.desk = {
    ...mara.desk,
    origin: {
      kind: 'comment',
      text: 'WHEEL been waiting for this one',
      post: '17906482113550041',
      url: 'https://instagram.example/p/wheel-course',
      at: momentOf(moment - 27 * 60 * minute),
    },
    contact: { ...mara.desk.contact, fields: { city: 'Lübeck', experience: 'two evenings' } },
    consent: {
      stopped_at: null,
      topics: [{ topic: 'course_news', state: 'granted', at: momentOf(moment - 27 * 60 * minute) }],
    },
    answers: [
      { name: 'course', value: 'Wheel throwing, June', flow: 'wheel' },
      { name: 'evening', value: 'Wednesday', flow: 'wheel' },
    ],
    runs: [
      {
        id: 'r-2',
        flow: 'wheel',
        at: momentOf(moment - 27 * 60 * minute),
        outcomes: ['dates sent'],
        is_open: true,
      },
      {
        id: 'r-1',
        flow: 'open-day',
        at: momentOf(moment - 61 * 24 * 60 * minute),
        outcomes: ['came'],
        is_open: false,
      },
    ],
    outcomes: [
      {
        name: 'dates sent',
        at: momentOf(moment - 27 * 60 * minute),
        by: 'wheel',
        value: null,
        currency: null,
      },
    ],
    composer: { ...mara.desk.composer, templates: mara.desk.composer.templates },
  };
}
