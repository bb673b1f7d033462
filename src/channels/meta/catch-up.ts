import type { Channel, Gap, ParsedUpdate, SendErrorClass } from '../channel.js';
import { asFields, asList, type Fields, readId } from '../fields.js';
import { createPacer, type Pacer } from '../pacer.js';
import type { Connect, Connection } from './connection.js';
import { classifyAnswer } from './errors.js';
import { failureOfSilence } from '../failure.js';
import type { GraphClient } from './graph.js';
import { pastMessageFields, readMoment, toWebhookItem } from './past-message.js';
import { readInstagramEntry, readPageEntry } from './threaded-objects.js';

/** What is older is not fetched, however long nobody listened: its reply window is over. */
const LONGEST_GAP = 86_400_000;

/** The API tells of the last twenty messages of a conversation, and of no others. */
const MESSAGES_TOLD = 20;
const CONVERSATIONS_A_PAGE = 25;
/** Of one page: so many messages with the addresses of what was sent along. */
const PAGE_LIMIT = 4 * 1024 * 1024;
const TRIES = 3;
const BATCH = 100;

/** Moments are told in whole seconds. */
const SECOND = 1_000;

export interface CatchUpParts {
  readonly graph: GraphClient;
  readonly connect: Connect;
  readonly platform: 'instagram' | 'messenger';
  readonly pacer: Pacer;
}

/** Two calls a second of each account (platforms reference §3.4, §4.4). */
export function conversationsPacer(): Pacer {
  return createPacer({ every: 500 });
}

/** The conversations could not be read to their end; what could be was handed over before. */
class CatchUpInterrupted extends Error {
  override readonly name = 'CatchUpInterrupted';
  readonly code = 'catch_up_interrupted';
  readonly retryable: boolean;

  constructor(errorClass: SendErrorClass, explanation: string) {
    super(explanation);
    this.retryable = errorClass === 'retry' || errorClass === 'throttle' || errorClass === 'unknown';
  }
}

/**
 * What was said within the gap, but at most a day ago, through the Conversations API: messages of contacts, and those of our
 * side as echoes. Throws {@link CatchUpInterrupted} after what it could read.
 *
 * Source: Meta, Messenger Platform and Instagram Platform, "Conversations API": `GET /{page or Instagram account}/
 * conversations?platform=…`, fields `updated_time` and `messages` (platforms reference §2.6, §3.4, §4.4).
 */
export function createCatchUp(parts: CatchUpParts): NonNullable<Channel['catchUp']> {
  return (gap, signal) => catchUp(parts, gap, signal);
}

async function* catchUp(
  parts: CatchUpParts,
  gap: Gap,
  signal: AbortSignal,
): AsyncGenerator<readonly ParsedUpdate[]> {
  const { updates, interruption } = await collect(parts, gap, signal);
  const inOrder = [...updates].sort((a, b) => a.content.occurredAt - b.content.occurredAt);
  for (let at = 0; at < inOrder.length; at += BATCH) yield inOrder.slice(at, at + BATCH);
  if (interruption !== null) throw interruption;
}

interface Collected {
  readonly updates: readonly ParsedUpdate[];
  readonly interruption: CatchUpInterrupted | null;
}

/** Conversations come the last changed first: a page on which all are older is the last that is looked at. */
async function collect(parts: CatchUpParts, gap: Gap, signal: AbortSignal): Promise<Collected> {
  const connection = parts.connect(gap.account);
  const since = Math.max(gap.since, gap.now - LONGEST_GAP) - SECOND;
  const updates: ParsedUpdate[] = [];
  let after: string | null = null;
  do {
    const page: Fields | CatchUpInterrupted = await askForPage(parts, connection, after, signal);
    if (page instanceof CatchUpInterrupted) return { updates, interruption: page };
    const conversations = asList(page['data']).map((entry) => asFields(entry) ?? {});
    const changed = conversations.filter(({ updated_time: at }) => (readMoment(at) ?? Infinity) >= since);
    updates.push(
      ...changed.flatMap((conversation) => readConversation(parts, connection, conversation, gap, since)),
    );
    after = changed.length === 0 ? null : cursorAfter(page);
  } while (after !== null);
  return { updates, interruption: null };
}

function cursorAfter(page: Fields): string | null {
  const paging = asFields(page['paging']) ?? {};
  return paging['next'] === undefined ? null : readId(asFields(paging['cursors'])?.['after']);
}

async function askForPage(
  { graph, platform, pacer }: CatchUpParts,
  { endpoint, node, token }: Connection,
  after: string | null,
  signal: AbortSignal,
): Promise<Fields | CatchUpInterrupted> {
  const query = {
    platform,
    fields: `updated_time,messages.limit(${MESSAGES_TOLD}){${pastMessageFields}}`,
    limit: String(CONVERSATIONS_A_PAGE),
    ...(after === null ? {} : { after }),
  };
  for (let tries = 1; ; tries++) {
    await pacer.turn(node, signal);
    const path = [node, 'conversations'];
    const answer = await graph.call({
      method: 'GET',
      endpoint,
      path,
      query,
      token,
      signal,
      answerLimit: PAGE_LIMIT,
    });
    const page = answer.kind === 'answered' && answer.status === 200 ? asFields(answer.body) : null;
    if (page !== null && 'data' in page) return page;
    const failure = answer.kind === 'answered' ? classifyAnswer(answer) : failureOfSilence(answer);
    const interruption = new CatchUpInterrupted(failure.class, failure.explanation);
    if (tries === TRIES || !interruption.retryable || signal.aborted) return interruption;
  }
}

function readConversation(
  { platform }: CatchUpParts,
  { accountId, node }: Connection,
  conversation: Fields,
  gap: Gap,
  since: number,
): readonly ParsedUpdate[] {
  const ownIds = new Set([accountId, node]);
  const items = asList(asFields(conversation['messages'])?.['data'])
    .map((entry) => toWebhookItem(asFields(entry) ?? {}, accountId, ownIds))
    .filter((item) => item !== null);
  const readEntry = platform === 'instagram' ? readInstagramEntry : readPageEntry;
  const { updates } = readEntry({ id: accountId, time: gap.now, messaging: items }, gap.now);
  return updates.filter(({ content }) => content.occurredAt >= since);
}
