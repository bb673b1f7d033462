import { seedStory } from './seed-story.js';
import { storyOfEverything } from './story-of-everything.js';
import { day, type FakeConversation, hour, momentOf, type QueueItem, type World } from './world.js';

/** The conversation with its desk and story, made when it is first asked for; undefined: there is none. */
export function conversationOf(world: World, id: string): FakeConversation | undefined {
  const known = world.conversations.get(id);
  if (known !== undefined) return known;
  const item = handoffsOf(world, id)[0];
  if (item === undefined) return undefined;
  const conversation = seedConversation(world, item);
  world.conversations.set(id, conversation);
  return conversation;
}

/** The handoffs of a conversation, newest first. */
export function handoffsOf(world: World, conversationId: string): readonly QueueItem[] {
  return [...world.handoffs.values()]
    .filter((item) => item.conversation_id === conversationId)
    .sort((one, other) => (one.opened_at < other.opened_at ? 1 : -1));
}

function seedConversation(world: World, item: QueueItem): FakeConversation {
  const index = Number(/\d+$/.exec(item.conversation_id)?.[0] ?? 0);
  const isOfEverything = item.conversation_id === 'c-0';
  return {
    id: item.conversation_id,
    desk: seedDesk(world.now(), item),
    timeline: isOfEverything ? storyOfEverything(world.now()) : seedStory(item, index),
    version: 1,
    ownVersion: 1,
  };
}

function seedDesk(now: number, item: QueueItem): FakeConversation['desk'] {
  const isTaken = item.assignee !== null;
  return {
    conversation_id: item.conversation_id,
    workspace: item.workspace,
    account: item.account,
    channel: item.channel,
    owner: isTaken ? 'human' : 'bot',
    state: isTaken ? 'with_person' : 'in_flow',
    contact: seedContact(now, item),
    origin: {
      kind: 'comment',
      text: 'Guide please!',
      post: '17890000000000001',
      url: 'https://example.com/p/1',
      at: momentOf(now - 2 * day),
    },
    consent: {
      stopped_at: null,
      topics: [{ topic: 'weekly_tips', state: 'granted', at: momentOf(now - 2 * day) }],
    },
    answers: [{ name: 'project', value: 'My thesis', flow: 'guide' }],
    runs: [
      { id: 'r-2', flow: 'guide', at: momentOf(now - 2 * day), outcomes: ['delivered'], is_open: true },
      { id: 'r-1', flow: 'booking', at: momentOf(now - 40 * day), outcomes: [], is_open: false },
    ],
    outcomes: [{ name: 'delivered', at: momentOf(now - 2 * day), by: 'guide', value: null, currency: null }],
    composer: seedComposer(now),
  };
}

function seedContact(now: number, item: QueueItem): FakeConversation['desk']['contact'] {
  return {
    id: item.contact_id,
    name: item.contact_name,
    first_name: item.contact_name?.split(' ')[0] ?? null,
    platform_ids: [`9${item.contact_id.replace(/\D/g, '').padStart(15, '0')}`],
    language: 'en',
    tags: [...item.tags],
    fields: { city: 'Lisbon' },
    is_unreachable: false,
    is_blocked: false,
    known_since: momentOf(now - 40 * day),
  };
}

function seedComposer(now: number): FakeConversation['desk']['composer'] {
  return {
    may_write: true,
    basis: 'person',
    closes_at: momentOf(now + 20 * hour),
    then: { basis: 'human_agent', until: momentOf(now + 6 * day) },
    refusal: null,
    explanation: null,
    text: { most: 1_000, unit: 'bytes' },
    attachments: ['image', 'video', 'audio', 'file'],
    templates: [
      {
        name: 'booking_confirmed',
        language: 'en',
        body: 'Your booking of {{1}} is confirmed.',
        gaps: 1,
        topic: null,
        may_send: true,
        refusal: null,
        explanation: null,
      },
    ],
  };
}
