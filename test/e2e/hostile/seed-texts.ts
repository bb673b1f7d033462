import type { FakeWhatsApp } from '../../platforms/fake-whatsapp.js';
import { changeOf, instagramComment } from '../../platforms/meta-comments.js';
import { delivery, thread } from '../../platforms/meta-payloads.js';
import { messagesOf, personOnWhatsApp, type Json } from '../../platforms/whatsapp-payloads.js';
import type { SignedIn } from '../driver/signed-in.js';
import type { Stage } from '../driver/stage.js';
import { accounts } from '../driver/workspace-folder.js';
import { number } from './text-channels.js';
import { hostileTexts, oneOfEachKind, shortTexts } from './text-vectors.js';

/** Of conversations, where the texts stand once they are all sent. */
export interface Seeded {
  /** All of them said by one contact. */
  readonly said: string;
  /** Sent along, each as the name and the caption of a file. */
  readonly filed: string;
  /** Notes and tags of the team. */
  readonly noted: string;
  /** Answered by people whom a program names so. */
  readonly answered: string;
  /** Outcomes that a program reports. */
  readonly reported: string;
  /** A conversation for a text of each kind: they are called so, came by such a comment, and answer so. */
  readonly commented: readonly string[];
}

interface SeedParts {
  readonly stage: Stage;
  readonly whatsApp: FakeWhatsApp;
  readonly owner: SignedIn;
}

/** As long as a name may be. */
const nameOf = (text: string): string => text.slice(0, 100);

/** Sends every text by every way on which one comes in. */
export async function seedTexts(parts: SeedParts): Promise<Seeded> {
  const { stage, whatsApp, owner } = parts;
  const { server, env } = stage;
  const secret = env['META_APP_SECRET'] ?? '';
  whatsApp.webhooks.connect({ url: `${server.address}/webhooks/meta`, secret, number });
  await seedContacts(whatsApp);
  const stories = await seedStories(parts);
  await seedNotes(owner, stories.noted);
  await seedReports(stage, stories);
  await seedSettings(owner);
  return { ...stories, commented: await seedComments(stage) };
}

type Own = ReturnType<typeof personOnWhatsApp>;
type Stories = Omit<Seeded, 'commented'>;

const phoneAt = (at: number): string => `4915199${String(at).padStart(6, '0')}`;

/** Somebody called by each of the texts, who is handed over with it as the note, and says it once more. */
async function seedContacts(whatsApp: FakeWhatsApp): Promise<void> {
  const people = hostileTexts.map((name, at) => personOnWhatsApp({ phone: phoneAt(at), name }));
  const eachSays = (make: (name: string) => string): Promise<void> =>
    deliver(
      whatsApp,
      people.map((own) => ({ own, messages: [own.says(make(own.person.name ?? ''))] })),
    );
  await eachSays(() => 'talk to us');
  await eachSays((name) => name);
  await eachSays((name) => name);
}

const hello = (own: Own): readonly Json[] => [own.says('hello')];

/** What they say themselves whose stories become long. */
const sayings: Readonly<Record<keyof Stories, (own: Own) => readonly Json[]>> = {
  said: (own) => hostileTexts.map((text) => own.says(text)),
  filed: (own) =>
    hostileTexts.map((text, at) => {
      const file = { id: `media-${at}`, mime_type: 'application/pdf', filename: text };
      return own.sends('document', { ...file, caption: text });
    }),
  noted: hello,
  answered: hello,
  reported: hello,
};

/** Each with somebody of their own, whose chat a person has: the bot would answer every line. */
async function seedStories({ stage, whatsApp, owner }: SeedParts): Promise<Stories> {
  const seeded = Object.entries(sayings).map(async ([name, make], at) => {
    const phone = phoneAt(hostileTexts.length + at);
    const own = personOnWhatsApp({ phone, name });
    await deliver(whatsApp, [{ own, messages: [own.says('talk to us'), own.says('this')] }]);
    const id = await conversationOf(stage, `studio_wa/${phone}`);
    await owner.ask('POST', `${pathOf(id)}/take`, {});
    await deliver(whatsApp, [{ own, messages: make(own) }]);
    return [name, id] as const;
  });
  return Object.fromEntries(await Promise.all(seeded)) as Readonly<Record<keyof Stories, string>>;
}

interface Saying {
  readonly own: Own;
  readonly messages: readonly Json[];
}

/** All of it in one delivery. */
async function deliver(whatsApp: FakeWhatsApp, sayings: readonly Saying[]): Promise<void> {
  const people = sayings.map(({ own }) => own);
  for (const { person } of people) whatsApp.contactWrote(person.phone ?? '');
  await whatsApp.webhooks.deliver([messagesOf(people, ...sayings.flatMap(({ messages }) => messages))]);
}

/** What colleagues write for colleagues. */
async function seedNotes(owner: SignedIn, conversationId: string): Promise<void> {
  const path = pathOf(conversationId);
  await Promise.all(
    hostileTexts.map((text, at) =>
      owner.ask('POST', `${path}/notes`, { text, mentions: [], request_id: `note-${at}` }),
    ),
  );
  for (let at = 0; at < shortTexts.length; at += 20)
    await owner.ask('POST', `${path}/tags`, { add: shortTexts.slice(at, at + 20), remove: [] });
}

/** What programs tell, in whosever name they say. */
async function seedReports(stage: Stage, seeded: Pick<Seeded, 'answered' | 'reported'>): Promise<void> {
  const [answered, reported] = [pathOf(seeded.answered), pathOf(seeded.reported)];
  await Promise.all(
    hostileTexts.flatMap((text, at) => {
      const [name, request_id] = [nameOf(text), `report-${at}`];
      return [
        stage.api.act(`${reported}/outcomes`, { outcome: name, source: name, request_id }),
        stage.api.act(`${answered}/reply`, { person: name, text, request_id }),
      ];
    }),
  );
}

/** What the team keeps, and who is invited to it. */
async function seedSettings(owner: SignedIn): Promise<void> {
  const settings = hostileTexts.map(async (text, at) => {
    await owner.ask('POST', '/replies', { shortcut: `r${at}`, text, is_shared: true });
    const email = `invited${at}@studio.example`;
    await owner.ask('POST', '/people/invitations', { email, name: nameOf(text), role: 'agent' });
  });
  const views = shortTexts.map((name) => owner.ask('POST', '/views', { name, view: 'all', is_shared: true }));
  await Promise.all([...settings, ...views]);
}

/** The comment is what brought them here, and stands above their story. */
function seedComments(stage: Stage): Promise<readonly string[]> {
  const account = accounts.instagram;
  return Promise.all(
    oneOfEachKind.map(async (at) => {
      const [id, text] = [`77009900${at}`, hostileTexts[at] ?? ''];
      stage.meta.setProfile(id, { name: text, first_name: text, last_name: '' });
      const value = instagramComment({ id: `comment-${at}`, text, from: { id, name: text } });
      await stage.deliver(changeOf('instagram', account.id, { field: 'comments', value }));
      await stage.deliver(delivery(account, thread(account, id).says(text)));
      return conversationOf(stage, `${account.name}/${id}`);
    }),
  );
}

/** @param contact As the machine API names one: `account/platform id` */
async function conversationOf(stage: Stage, contact: string): Promise<string> {
  const path = `/contacts/${encodeURIComponent(contact)}`;
  return (await stage.api.read<{ conversation_id: string }>(path)).conversation_id;
}

function pathOf(conversationId: string): string {
  return `/conversations/${encodeURIComponent(conversationId)}`;
}
