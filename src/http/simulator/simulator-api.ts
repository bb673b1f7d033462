import { Router } from 'express';
import type { Engine } from '../../engine/engine.js';
import type { ContactView } from '../../store/reads.js';
import type { Store } from '../../store/store.js';
import { HttpProblem } from '../problem.js';
import { liveStories, type LiveStoriesDeps } from './live-stories.js';
import { showStory } from './story-view.js';

export interface SimulatorApiDeps extends LiveStoriesDeps {
  readonly engine: Pick<Engine, 'describeFlows' | 'onStoryChanged'>;
  readonly store: Pick<
    Store,
    'listContacts' | 'readContact' | 'readConversation' | 'readHandoff' | 'readStory'
  >;
  readonly simulator: {
    readonly workspace: string;
    /** Name of the simulator's account in that workspace. */
    readonly account: string;
  };
  readonly publicUrl: string;
}

const pageSize = 100;
const mostContacts = 1_000;

/** What the simulator's page asks for, beside what it sends to the webhook. */
export function simulatorApi(deps: SimulatorApiDeps): Router {
  const router = Router();
  router.use('/simulator', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/simulator/info', (_request, response) => {
    response.json(showInfo(deps));
  });
  router.get('/simulator/contacts', async (_request, response) => {
    response.json({ contacts: await listContacts(deps) });
  });
  router.get('/simulator/contacts/:name', async (request, response) => {
    response.json(await readStory(deps, request.params.name));
  });
  router.get('/simulator/events', liveStories(deps));
  return router;
}

function showInfo({ engine, simulator }: SimulatorApiDeps): object {
  const flows = engine.describeFlows().filter(({ workspace }) => workspace === simulator.workspace);
  return {
    brand: flows[0]?.brand ?? simulator.workspace,
    keywords: flows.flatMap(({ name, title, keywords }) =>
      keywords.map((phrase) => ({ phrase, flow: name, title })),
    ),
    refs: flows.flatMap(({ name, refs }) => refs.map((ref) => ({ ref, flow: name }))),
    comments: flows.flatMap(({ name, comments }) => comments.map((phrase) => ({ phrase, flow: name }))),
    buttons: flows.flatMap(({ name, buttons }) =>
      buttons.map(({ title, payload }) => ({ title, payload, flow: name })),
    ),
  };
}

/** Newest first. The store lists contacts in an order of its own, so all of them are read, up to a thousand. */
async function listContacts({ store, simulator }: SimulatorApiDeps): Promise<readonly object[]> {
  const contacts: ContactView[] = [];
  let after: string | null = null;
  do {
    const page = await store.listContacts({ account: simulator.account }, { after, limit: pageSize });
    contacts.push(...page.items);
    after = page.next;
  } while (after !== null && contacts.length < mostContacts);
  return contacts
    .toSorted((one, other) => other.updatedAt - one.updatedAt)
    .map(({ platformIds, id, updatedAt }) => ({ name: platformIds[0] ?? id, lastAt: updatedAt }));
}

async function readStory({ store, simulator, publicUrl }: SimulatorApiDeps, name: string): Promise<object> {
  const contact = await store.readContact(`${simulator.account}/${name}`);
  if (contact === null) throw new HttpProblem(404, 'not_found', 'Nobody of this name has written yet.');
  const { conversation } = contact;
  const handoffId = conversation.handoff?.id;
  const [lines, handoff] = await Promise.all([
    store.readStory(contact.conversationId),
    handoffId === undefined ? null : store.readHandoff(handoffId),
  ]);
  return showStory({ name, conversation, lines, handoff, publicUrl });
}
