import { z } from 'zod';
import type { ContactView } from '../../store/reads.js';
import { deedAnswer } from '../../contract/deeds.js';
import { answerDeed } from './answer-deed.js';
import { consentAnswer } from '../../contract/conversation.js';
import { showConsent } from './conversation-answer.js';
import { listingOf, moment, paging, text } from '../../contract/values.js';
import { person } from '../../contract/deeds.js';
import { showMoment } from './show-moment.js';
import { toPage } from './to-page.js';
import { actorOf } from './caller.js';
import { found } from './found.js';
import { ledgerAnswer, showLedger } from './ledger-answer.js';
import { type ApiDeps, defineRoute, type Route } from './route.js';

const contactAnswer = z
  .object({
    id: z.string(),
    conversation_id: z.string(),
    workspace: z.string(),
    account: z.string(),
    channel: z.string(),
    platform_ids: z.array(z.string()),
    name: z.string().nullable(),
    tags: z.array(z.string()),
    fields: z.record(z.string(), z.string()),
    consent: consentAnswer,
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Contact' });

const params = z.strictObject({
  ref: text(600).describe('Our id of the contact, or `account/platform id`, URL-encoded.'),
});

/** Those who wrote to us, and what they agreed to. */
export const contactRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/contacts',
    summary: 'List contacts',
    query: z.strictObject({ account: text(100).optional(), ...paging }),
    answer: listingOf(contactAnswer),
    handle: async ({ query: { account, ...page } }, { store }) => {
      const { items, next } = await store.listContacts({ ...(account && { account }) }, toPage(page));
      return { items: items.map(showContact), next };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/contacts/:ref',
    summary: 'Read a contact',
    params,
    answer: contactAnswer,
    handle: async ({ params: { ref } }, deps) => showContact(await readContact(ref, deps)),
  }),
  defineRoute({
    method: 'get',
    path: '/contacts/:ref/consent',
    summary: 'Read a contact’s consent ledger: the evidence, each line bound to the one before',
    params,
    answer: ledgerAnswer,
    handle: async ({ params: { ref } }, deps) => {
      const { id } = await readContact(ref, deps);
      return showLedger(id, await deps.store.readLedger(id));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/contacts/:ref/withdraw',
    summary: 'Record that a contact withdrew consent off the platform: by phone, by mail, at the desk',
    params,
    body: z.strictObject({
      person,
      purpose: text(100).describe('`all`, which is a STOP, or the name of a topic.'),
    }),
    answer: deedAnswer,
    handle: async ({ params: { ref }, body, caller }, deps) => {
      const { conversationId } = await readContact(ref, deps);
      const actor = actorOf(caller, body.person);
      return answerDeed(deps.engine.withdraw(conversationId, actor, body.purpose));
    },
  }),
];

async function readContact(reference: string, { store }: ApiDeps): Promise<ContactView> {
  return found(await store.readContact(reference), 'contact');
}

function showContact(view: ContactView): z.input<typeof contactAnswer> {
  const { contact, consent } = view.conversation;
  return {
    id: view.id,
    conversation_id: view.conversationId,
    workspace: view.workspace,
    account: view.account,
    channel: view.channel,
    platform_ids: [...view.platformIds],
    name: contact.profile?.name ?? null,
    tags: [...contact.tags],
    fields: { ...contact.fields },
    consent: showConsent(consent),
    created_at: showMoment(view.createdAt),
    updated_at: showMoment(view.updatedAt),
  };
}
