import type { HttpDeps } from '../../../src/http/http-app.js';
import type {
  ContactView,
  DeletionRequest,
  EventTrace,
  FoundLink,
  HandoffView,
  LedgerLine,
  Listing,
  Page,
  StoryLine,
} from '../../../src/store/reads.js';
import type { QueueCounts, QueueItem } from '../../../src/store/queue.js';
import type { StaffUser } from '../../../src/store/staff.js';
import type { StoryVersion } from '../../../src/store/desk.js';
import type { NewUpload, Upload, UploadContent } from '../../../src/store/uploads.js';
import type { Conversation } from '../../../src/core/conversation.js';
import type { OutcomeReached } from '../../../src/core/effect.js';

type HttpStore = HttpDeps['store'];

/** What HTTP reads of a store, out of plain lists. Records how listings were asked for. */
export class FakeStore implements HttpStore {
  readonly contacts: ContactView[] = [];
  readonly stories = new Map<string, readonly StoryLine[]>();
  readonly traces = new Map<string, readonly EventTrace[]>();
  readonly ledgers = new Map<string, readonly LedgerLine[]>();
  readonly handoffs: HandoffView[] = [];
  readonly queueItems: QueueItem[] = [];
  /** Who asked for the queue, and what for. */
  readonly queueAsked: (readonly unknown[])[] = [];
  queueCounts: QueueCounts = {
    views: { mine: 0, unassigned: 0, team: 0, late: 0, all: 0, snoozed: 0, resolved: 0 },
    teams: [],
  };
  readonly outcomes: (OutcomeReached & { readonly conversationId: string })[] = [];
  readonly links = new Map<string, string>();
  /** Whom links were sent to, by code. */
  readonly sentLinks = new Map<string, FoundLink>();
  readonly clicks: { readonly code: string; readonly at: number }[] = [];
  readonly questions: { readonly filter: object; readonly page: Page }[] = [];

  /** Throws when the store is to be out of order. */
  check: () => void = () => undefined;

  async followLink(code: string, now: number): Promise<string | null> {
    this.check();
    const target = this.links.get(code) ?? null;
    if (target !== null) this.clicks.push({ code, at: now });
    return target;
  }

  readonly uploads: NewUpload[] = [];

  async saveUpload(upload: NewUpload): Promise<boolean> {
    this.uploads.push(upload);
    return true;
  }

  readonly keptUploads: string[] = [];

  async findUploads(conversationId: string, ids: readonly string[]): Promise<readonly Upload[]> {
    return ids.flatMap(
      (id) => this.uploads.find((one) => one.id === id && one.conversationId === conversationId) ?? [],
    );
  }

  async keepUploads(ids: readonly string[]): Promise<void> {
    this.keptUploads.push(...ids);
  }

  readonly users: StaffUser[] = [];

  async findUser(asked: string): Promise<StaffUser | null> {
    return this.users.find(({ id }) => id === asked) ?? null;
  }

  async readUpload(asked: string): Promise<UploadContent | null> {
    return this.uploads.find(({ token }) => token === asked) ?? null;
  }

  readonly deletions = new Map<string, DeletionRequest>();
  readonly erased: string[] = [];

  async erase(contactId: string): ReturnType<HttpStore['erase']> {
    this.check();
    const place = this.contacts.findIndex(({ id }) => id === contactId);
    if (place < 0) return null;
    this.contacts.splice(place, 1);
    this.erased.push(contactId);
    return { contactId, messages: 0, ledgerEntries: 0, suppressed: false };
  }

  async readDeletionRequest(code: string): Promise<DeletionRequest | null> {
    return this.deletions.get(code) ?? null;
  }

  async openDeletionRequests(): Promise<readonly DeletionRequest[]> {
    this.check();
    return [...this.deletions.values()].filter(({ doneAt }) => doneAt === null);
  }

  async requestDeletion(request: DeletionRequest): Promise<boolean> {
    this.check();
    if (this.deletions.has(request.code)) return false;
    this.deletions.set(request.code, request);
    return true;
  }

  async finishDeletion(code: string, contacts: number, doneAt: number): Promise<boolean> {
    const found = this.deletions.get(code);
    if (found?.doneAt !== null) return false;
    this.deletions.set(code, { ...found, userId: null, contacts, doneAt });
    return true;
  }

  async findLink(code: string): Promise<FoundLink | null> {
    return this.sentLinks.get(code) ?? null;
  }

  async readConversation(id: string): Promise<Conversation | null> {
    return this.contacts.find(({ conversationId }) => conversationId === id)?.conversation ?? null;
  }

  async workspaceOf(id: string): Promise<string | null> {
    return (await this.readConversation(id))?.workspace ?? null;
  }

  /** What others have said, by conversation. */
  readonly versions = new Map<string, StoryVersion>();

  async readVersion(conversationId: string): Promise<StoryVersion> {
    return this.versions.get(conversationId) ?? { message: 0, note: 0 };
  }

  /** What an agent reads is tried on a real store. */
  async readDesk(): Promise<null> {
    return null;
  }

  async readTimeline(): Promise<{ items: []; next: null }> {
    return { items: [], next: null };
  }

  async readQueueItemsOf(): Promise<[]> {
    return [];
  }

  async searchContacts(): Promise<[]> {
    return [];
  }

  async searchMessages(): Promise<{ items: []; next: null }> {
    return { items: [], next: null };
  }

  async readContact(reference: string): Promise<ContactView | null> {
    const isMeant = ({ id, account, platformIds }: ContactView): boolean =>
      id === reference || platformIds.some((platformId) => `${account}/${platformId}` === reference);
    return this.contacts.find(isMeant) ?? null;
  }

  async listContacts(filter: { readonly account?: string }, page: Page): Promise<Listing<ContactView>> {
    const { account } = filter;
    return this.#list(
      this.contacts.filter((contact) => account === undefined || contact.account === account),
      filter,
      page,
    );
  }

  async readStory(conversationId: string): Promise<readonly StoryLine[]> {
    return this.stories.get(conversationId) ?? [];
  }

  async readTrace(conversationId: string): Promise<readonly EventTrace[]> {
    return this.traces.get(conversationId) ?? [];
  }

  async readLedger(contactId: string): Promise<readonly LedgerLine[]> {
    return this.ledgers.get(contactId) ?? [];
  }

  async listHandoffs(filter: object, page: Page): Promise<Listing<HandoffView>> {
    return this.#list(this.handoffs, filter, page);
  }

  async readHandoff(id: string): Promise<HandoffView | null> {
    return this.handoffs.find((handoff) => handoff.id === id) ?? null;
  }

  async listQueue(...asked: Parameters<HttpStore['listQueue']>): Promise<Listing<QueueItem>> {
    this.queueAsked.push(asked);
    const [, filter, { page }] = asked;
    return this.#list(this.queueItems, filter, page);
  }

  async countQueue(...asked: Parameters<HttpStore['countQueue']>): Promise<QueueCounts> {
    this.queueAsked.push(asked);
    return this.queueCounts;
  }

  async readQueueItem(id: string): Promise<QueueItem | null> {
    return this.queueItems.find((item) => item.id === id) ?? null;
  }

  async listOutcomes(filter: object, page: Page): ReturnType<HttpStore['listOutcomes']> {
    return this.#list(this.outcomes, filter, page);
  }

  #list<T>(items: readonly T[], filter: object, page: Page): Listing<T> {
    this.questions.push({ filter, page });
    const from = page.after === null ? 0 : Number(page.after);
    const to = from + page.limit;
    return { items: items.slice(from, to), next: to < items.length ? String(to) : null };
  }
}
