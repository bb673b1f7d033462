import type { Channel } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Store } from '../store/store.js';
import type { Tasks, Work } from '../work/work.js';
import { answerRequest, takeUpRequest } from './answer-request.js';
import { CatchUp } from './catch-up.js';
import type { Deeds } from './deeds.js';
import { describeFlows } from './describe-flows.js';
import { describeSteps } from './describe-steps.js';
import { describeWorkspace } from './describe-workspace.js';
import { dispatch, type DispatchParts } from './dispatch.js';
import type { AccountStandings, Decided, Engine, Readiness } from './engine.js';
import { AccountTokens } from './account-tokens.js';
import { AccountNotices } from './account-notices.js';
import { Admission } from './admission.js';
import { Acknowledgements } from './acknowledgements.js';
import { readBudgets } from './account-budgets.js';
import { FollowUp } from './follow-up.js';
import { Hearing } from './hearing.js';
import { Lanes } from './lanes.js';
import { Listeners } from './listeners.js';
import { openAttachment } from './media.js';
import type { EngineMetrics } from './metrics.js';
import type { Outside } from './outside.js';
import { People } from './people.js';
import type { Chance, Clock, EngineLog } from './ports.js';
import { createPinnedDecision } from './pinned-decision.js';
import type { PinnedFlows } from './pinned-flows.js';
import { receive } from './receive.js';
import { StoryChanges, type StoryFeed } from './story-changes.js';
import { ThreadControls } from './thread-controls.js';
import { fireTimers, fireTimersOf } from './timers.js';
import { deadlinesOf } from './service-deadlines.js';
import type { Workspaces } from './workspaces.js';

export interface EngineParts {
  readonly store: Store;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  /** Other systems, which look-ups ask. */
  readonly outside: Outside;
  readonly workspaces: Workspaces;
  readonly pinned: PinnedFlows;
  /** Where other processes write to the same store; null: this is the only one. */
  readonly storyFeed: StoryFeed | null;
  /** Makes the work engine that will call these tasks. */
  readonly createWork: (tasks: Tasks) => Work;
  readonly clock: Clock;
  /** Monotonic, ms. */
  readonly elapsed: () => number;
  readonly chance: Chance;
  readonly newId: () => string;
  readonly publicUrl: string;
  readonly metrics: EngineMetrics;
  readonly log: EngineLog;
}

/** An engine with its beginning and its end. */
export interface RunningEngine extends Engine {
  /** Takes up what the last process left: unknown sends, due timers, open requests. */
  start(): Promise<void>;
  /** Renews what tokens will not last until it is called again, in an hour. */
  renewTokens(): Promise<void>;
  /** Takes up nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

/** How long sends under way may take after a stop was asked for, ms. */
const sendGrace = 4_000;

/** Conversations that are looked for at once when the work of an earlier process is taken up. */
const leftOverPage = 1_000;

/** Load → decide → save → perform, wired together. */
export function createEngine(parts: EngineParts): RunningEngine {
  const decide = createPinnedDecision(parts);
  const stories = new StoryChanges(parts.storyFeed);
  const rooms = createRooms(parts);
  const followUp: FollowUp = new FollowUp({
    work: () => work,
    answer: (request) => void answerRequest(requestParts, request),
    stories,
    decided: rooms.decided,
    log: parts.log,
  });
  const shared = { ...parts, ...rooms, decide, followUp };
  const admission = new Admission(parts);
  const requestParts = { ...parts, decide, followUp: () => followUp };
  const work = createWork(parts, shared);
  const catchUp = new CatchUp({
    ...shared,
    receive: (updates) => receive(shared, updates),
    signal: rooms.stopping.signal,
  });

  return {
    receive: (updates) => admission.admit(updates, () => receive(shared, updates)),
    intake: () => admission.intake,
    notice: (notices) => rooms.notices.hear(notices),
    ...deedsOf(new People({ ...shared, threads: new ThreadControls(parts) })),
    readiness: () => readReadiness(parts, { ...rooms, catchUp }),
    accounts: () => readStandings(parts, { ...rooms, catchUp }),
    openAttachment: (wanted, signal) => openAttachment(parts, wanted, signal),
    describeAccounts: () =>
      parts.workspaces.accounts.map(({ workspace, name, channel }) => ({ workspace, name, channel })),
    deadlinesOf: (handoff) => deadlinesOf(parts.workspaces, handoff),
    describeWorkspaces: () => parts.workspaces.all().map(describeWorkspace),
    ...describe(parts),
    onDecided: (listener) => rooms.decided.add(listener),
    onStoryChanged: (listener) => stories.subscribe((conversationId) => listener({ conversationId })),
    renewTokens: () => rooms.tokens.renewDue(),
    start: async () => {
      await rooms.tokens.recall();
      await parts.store.recover(parts.clock.now());
      for (const request of await parts.store.openRequests()) void takeUpRequest(requestParts, request);
      await work.start();
      catchUp.begin();
      void renewInBackground(parts, rooms);
    },
    stop: () => {
      rooms.stopping.abort();
      return Promise.all([stopWork(work, rooms.ending), rooms.hearing.end()]).then(() => undefined);
    },
  };
}

/** What is served, for people to read. */
function describe({ workspaces }: EngineParts): Pick<Engine, 'describeFlows' | 'describeSteps'> {
  return {
    describeFlows: () => workspaces.all().flatMap(describeFlows),
    describeSteps: (name, flow) => {
      const workspace = workspaces.all().find((one) => one.name === name);
      return workspace === undefined ? null : describeSteps(workspace, flow);
    },
  };
}

/** Each by itself, as the rooms above ask for them. */
function deedsOf(people: People): Deeds {
  return {
    takeOver: (...given) => people.takeOver(...given),
    reply: (...given) => people.reply(...given),
    sendTemplate: (...given) => people.sendTemplate(...given),
    handBack: (...given) => people.handBack(...given),
    resolve: (...given) => people.resolve(...given),
    assign: (...given) => people.assign(...given),
    snooze: (...given) => people.snooze(...given),
    addNote: (...given) => people.addNote(...given),
    changeTags: (...given) => people.changeTags(...given),
    block: (...given) => people.block(...given),
    merge: (...given) => people.merge(...given),
    reportOutcome: (...given) => people.reportOutcome(...given),
    withdraw: (...given) => people.withdraw(...given),
  };
}

/** What lives as long as the engine does, and is nobody's conversation. */
interface Rooms {
  readonly lanes: Lanes;
  readonly notices: AccountNotices;
  readonly acknowledgements: Acknowledgements;
  readonly hearing: Hearing;
  readonly tokens: AccountTokens;
  readonly decided: Listeners<Decided>;
  /** Aborted when the end has begun: nothing new is taken up. */
  readonly stopping: AbortController;
  /** Aborted when what is under way is cut off. */
  readonly ending: AbortController;
}

function createRooms(parts: EngineParts): Rooms {
  const lanes = new Lanes(parts);
  const [stopping, ending] = [new AbortController(), new AbortController()];
  return {
    lanes,
    notices: new AccountNotices({ ...parts, lanes }),
    hearing: new Hearing(parts),
    decided: new Listeners<Decided>(),
    tokens: new AccountTokens({ ...parts, lanes, signal: ending.signal }),
    acknowledgements: new Acknowledgements({ ...parts, signal: ending.signal }),
    stopping,
    ending,
  };
}

function createWork(
  { createWork: create, store, clock }: EngineParts,
  shared: Omit<DispatchParts, 'isStopping' | 'signal'> & Rooms,
): Work {
  const { stopping, ending } = shared;
  const sending = { ...shared, isStopping: () => stopping.signal.aborted, signal: ending.signal };
  return create({
    dispatch: (conversationId) => dispatch(sending, conversationId),
    fireTimers: () => fireTimers(shared),
    fireTimersOf: (conversationId) => fireTimersOf(shared, conversationId),
    takeOver: () => store.recover(clock.now()),
    leftOver: (after) => store.dueConversations(leftOverPage, after),
  });
}

/** Lets sends under way end by themselves for a while; those that are cut off then are unknown (P7). */
async function stopWork(work: Work, ending: AbortController): Promise<void> {
  const patience = setTimeout(() => {
    ending.abort();
  }, sendGrace);
  await work.stop();
  clearTimeout(patience);
}

/** What expired in a down-time is renewed before it is refused. */
async function renewInBackground({ log }: EngineParts, { tokens }: Rooms): Promise<void> {
  try {
    await tokens.renewDue();
  } catch (err) {
    log.warn({ err }, 'tokens could not be looked after; that is tried again in an hour');
  }
}

type Watched = Pick<Rooms, 'lanes' | 'notices' | 'tokens'> & { readonly catchUp: CatchUp };

async function readReadiness(parts: EngineParts, rooms: Watched): Promise<Readiness> {
  const { store, workspaces } = parts;
  const isWritable = await store.probe();
  const hasFlows = workspaces.all().some(({ flows }) => flows.size > 0);
  return {
    ready: isWritable && hasFlows,
    store: isWritable ? 'ok' : 'unavailable',
    flows: hasFlows ? 'ok' : 'missing',
    ...standingsInMemory(parts, rooms),
    budgets: isWritable ? await readBudgets(parts) : [],
    rejectedReload: workspaces.rejectedReload,
    unaskableLookups: workspaces.unaskableLookups,
  };
}

async function readStandings(parts: EngineParts, rooms: Watched): Promise<AccountStandings> {
  return { ...standingsInMemory(parts, rooms), budgets: await readBudgets(parts) };
}

function standingsInMemory(
  { clock }: EngineParts,
  { lanes, notices, tokens, catchUp }: Watched,
): Omit<AccountStandings, 'budgets'> {
  return {
    stoppedAccounts: lanes.stopped(),
    pausedAccounts: lanes.paused(clock.now()),
    accountNotices: notices.recent(),
    tokenTroubles: tokens.troubles(),
    catchingUp: catchUp.underWay(),
  };
}
