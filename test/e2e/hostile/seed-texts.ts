import { parseDocument } from 'yaml';
import type { FakeMeta } from '../../platforms/fake-meta.js';
import type { FakeWhatsApp } from '../../platforms/fake-whatsapp.js';
import { changeOf, instagramComment } from '../../platforms/meta-comments.js';
import { messagesOf, personOnWhatsApp, type Json } from '../../platforms/whatsapp-payloads.js';
import type { SignedIn } from '../driver/signed-in.js';
import type { Stage } from '../driver/stage.js';
import { accounts, type WorkspaceFolder } from '../driver/workspace-folder.js';
import { hostileTexts } from './text-vectors.js';

export const number = { business: '102290129340398', id: '106540352242922', phone: '4930123456' };

/** As long as a link's label may be on every channel, and as an address of the web. */
export const hostileLink = {
  label: '<svg onload=__ran()>',
  to: 'https://example.com/?"><script>__ran()</script>',
};

const talk = `flow: talk
start:
  - keyword: talk to us
steps:
  - say: Here is something to read meanwhile.
    link: hostile
  - ask: What is it about?
    id: matter
    save: matter
    within: 20h
    otherwise: end
  - handoff: team_0
    note: '{{answer.matter}}'
`;

const checklist = `flow: checklist
start:
  - comment: any
    reply_publicly: [Sent!]
steps:
  - say: Here is the checklist.
  - handoff: team_1
`;

/** What could be a key that somebody has left in a file is refused there. */
export const teamTitles = hostileTexts.filter((text) => text.trim() === text && !text.includes('base64'));

/** Two channels, a link that does harm where it can, and teams that are called so. */
export async function furnishForTexts(flows: WorkspaceFolder): Promise<void> {
  await flows.write('talk.yaml', talk);
  await flows.write('checklist.yaml', checklist);
  await flows.edit('workspace.yaml', (text) => {
    const document = parseDocument(text);
    const meta = { token: '$INSTAGRAM_TOKEN', secret: '$META_APP_SECRET' };
    const { name, id } = accounts.instagram;
    document.set('accounts', [
      { channel: 'instagram', name, id, ...meta },
      { channel: 'whatsapp', name: 'studio_wa', id: number.id, business: number.business, ...meta },
    ]);
    const teams = teamTitles.map((title, at) => [`team_${at}`, { title }] as const);
    document.setIn(['links', 'hostile'], hostileLink);
    document.set('teams', { ...Object.fromEntries(teams), sales: {}, support: {} });
    return document.toString();
  });
}

/** Where the texts stand once they are all sent: ids of conversations. */
export interface Seeded {
  readonly texts: string;
  readonly files: string;
  readonly taps: string;
  readonly notes: string;
  readonly comments: string;
  /** Of those who are called by the texts, in their order. */
  readonly named: readonly string[];
}

interface SeedParts {
  readonly stage: Stage;
  readonly whatsApp: FakeWhatsApp;
  readonly owner: SignedIn;
}

/** Sends every text by every way on which one comes in. */
export async function seedTexts({ stage, whatsApp, owner }: SeedParts): Promise<Seeded> {
  whatsApp.webhooks.connect({
    url: `${stage.server.address}/webhooks/meta`,
    secret: stage.env['META_APP_SECRET'] ?? '',
    number,
  });
  const named = await seedNames({ stage, whatsApp, owner });
  const [texts, files, taps, notes] = named as [string, string, string, string];
  for (const id of [texts, files, taps, notes]) await owner.ask('POST', `${pathOf(id)}/take`, {});
  const says = (at: number, make: (own: Own, text: string, at: number) => Json): Promise<void> =>
    deliver(whatsApp, [at], (own) => hostileTexts.map((text, place) => make(own, text, place)));
  await says(0, (own, text) => own.says(text));
  await says(1, (own, text, at) =>
    own.sends('document', { id: `media-${at}`, mime_type: 'application/pdf', filename: text, caption: text }),
  );
  await says(2, (own, text) => own.taps(text, text));
  await seedOfPeople(owner, notes);
  return { texts, files, taps, notes, comments: await seedComment(stage, stage.meta), named };
}

type Own = ReturnType<typeof personOnWhatsApp>;

const personAt = (at: number): Own =>
  personOnWhatsApp({ phone: `4915199${String(at).padStart(6, '0')}`, name: hostileTexts[at] ?? '' });

/** Somebody called by each of the texts, who is handed over with it as the note. */
async function seedNames({ stage, whatsApp }: SeedParts): Promise<readonly string[]> {
  const all = hostileTexts.map((_, at) => at);
  await deliver(whatsApp, all, (own) => [own.says('talk to us')]);
  await deliver(whatsApp, all, (own, at) => [own.says(hostileTexts[at] ?? '')]);
  return Promise.all(
    all.map(async (at) => {
      const reference = encodeURIComponent(`studio_wa/${personAt(at).person.phone ?? ''}`);
      const contact = await stage.api.read<{ conversation_id: string }>(`/contacts/${reference}`);
      return contact.conversation_id;
    }),
  );
}

async function deliver(
  whatsApp: FakeWhatsApp,
  places: readonly number[],
  make: (own: Own, at: number) => readonly Json[],
): Promise<void> {
  const people = places.map((at) => ({ own: personAt(at), at }));
  for (const { own } of people) whatsApp.contactWrote(own.person.phone ?? '');
  const messages = people.flatMap(({ own, at }) => make(own, at));
  await whatsApp.webhooks.deliver([
    messagesOf(
      people.map(({ own }) => own),
      ...messages,
    ),
  ]);
}

/** What people of the team write: notes, tags, saved replies, views, and their own names. */
async function seedOfPeople(owner: SignedIn, conversationId: string): Promise<void> {
  const path = pathOf(conversationId);
  for (const [at, text] of hostileTexts.entries()) {
    const note = owner.ask('POST', `${path}/notes`, { text, mentions: [], request_id: `note-${at}` });
    await Promise.all([note, owner.ask('POST', '/replies', { shortcut: `r${at}`, text, is_shared: true })]);
  }
  for (const name of colleagueNames)
    await owner.ask('POST', '/views', { name: name.slice(0, 60), view: 'all', is_shared: true });
  const tags = hostileTexts.filter((text) => text.length <= 60);
  for (let at = 0; at < tags.length; at += 20)
    await owner.ask('POST', `${path}/tags`, { add: tags.slice(at, at + 20), remove: [] });
  for (const [at, name] of colleagueNames.entries())
    await owner.agent({ name, email: `agent${at}@studio.example`, password: 'a sentence of agents' });
}

/** Passwords take their time: a few people, one of each kind of text. */
export const colleagueNames = hostileTexts.filter((text, at) => at % 25 === 0 && text.length <= 100);

/** The comment is what brought them here, and stands above their story. */
async function seedComment(stage: Stage, meta: FakeMeta): Promise<string> {
  const [id, text] = ['77009900', hostileTexts[25] ?? ''];
  meta.setProfile(id, { name: text, first_name: text, last_name: '' });
  const value = instagramComment({ id: 'comment-1', text, from: { id, name: text } });
  await stage.deliver(changeOf('instagram', accounts.instagram.id, { field: 'comments', value }));
  const reference = encodeURIComponent(`${accounts.instagram.name}/${id}`);
  const contact = await stage.api.read<{ conversation_id: string }>(`/contacts/${reference}`);
  return contact.conversation_id;
}

export function pathOf(conversationId: string): string {
  return `/conversations/${encodeURIComponent(conversationId)}`;
}
