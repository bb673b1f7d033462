import type { QueueSort, QueueView } from '../../../contract/queue.js';
import type { HandoffReason } from '../../../core/effect.js';
import type { HandoffPriority } from '../../../core/resources.js';
import type { FilterName } from '../../pages/queue/state/queue-question.js';

/** The list of handoffs. */
export const queue = {
  title: 'Inbox',
  views: {
    label: 'Views',
    show: (view: string) => `Inbox: ${view}`,
    open: 'Views and teams',
    names: {
      mine: 'Mine',
      unassigned: 'Unassigned',
      team: 'My teams',
      late: 'Late',
      all: 'All open',
      snoozed: 'Snoozed',
      resolved: 'Resolved',
    } satisfies Record<QueueView, string>,
    teams: 'Teams',
    noTeam: 'No team',
    saved: 'Saved views',
    count: (count: number) => (count === 1 ? '1 chat' : `${count} chats`),
    late: (count: number) => `${count} late`,
    shared: 'shared with everybody',
    save: 'Save this view',
    saveTitle: 'Save this view',
    name: 'Name',
    share: 'Share it with everybody',
    savedNow: (name: string) => `Saved as “${name}”`,
    remove: (name: string) => `Delete the view ${name}`,
    removeTitle: (name: string) => `Delete “${name}”?`,
    removeWhat: 'The view is gone, for everybody it is shared with. Chats stay as they are.',
    removed: 'View deleted',
  },
  sorts: {
    label: 'Sort',
    names: {
      urgency: 'Most urgent first',
      oldest: 'Oldest first',
      newest: 'Newest first',
    } satisfies Record<QueueSort, string>,
  },
  filters: {
    label: 'Filter',
    open: (count: number) => (count === 0 ? 'Filter' : `Filter, ${count} in use`),
    any: 'Any',
    names: {
      workspace: 'Workspace',
      team: 'Team',
      assignee: 'Assignee',
      channel: 'Channel',
      account: 'Account',
      priority: 'Priority',
      tag: 'Tag',
    } satisfies Record<FilterName, string>,
    tagHint: 'The whole tag',
    remove: (what: string) => `Remove filter: ${what}`,
    clear: 'Clear filters',
  },
  list: {
    label: (view: string) => `Chats: ${view}`,
    more: 'Loading more chats…',
    arrived: (count: number) => (count === 1 ? '1 new chat' : `${count} new chats`),
    /** On the button that leads up to them. */
    toArrived: (count: number) => `${count} new`,
    old: 'This list could not be brought up to date.',
    oldBut: 'It shows what was there before.',
    select: 'Select',
  },
  row: {
    open: 'open now',
    waiting: 'waiting for',
    you: 'You',
    snoozedUntil: (until: string) => `Snoozed until ${until}`,
    assignedTo: (name: string) => `Assigned to ${name}`,
    nobody: 'Nobody has it',
    resolvedAs: (outcome: string) => `Resolved: ${outcome}`,
    rating: (mark: number) => `${mark} of 5`,
    noMessage: 'No message yet',
    from: { in: '', out: 'Us: ' },
  },
  ends: {
    resolved: 'Resolved',
    handed_back: 'Given back to the bot',
    spam: 'Blocked as spam',
  },
  priorities: {
    low: 'Low',
    normal: 'Normal',
    high: 'High',
    urgent: 'Urgent',
  } satisfies Record<HandoffPriority, string>,
  reasons: {
    flow: 'A flow asked for a person',
    asked: 'They asked for a person',
    no_outcome: 'The flow ended without a result',
    failed: 'A message could not be sent',
    poison: 'Something of theirs could not be read',
    retries_exhausted: 'The bot did not understand them',
    escalated: 'Escalated',
    taken: 'Taken over from the bot',
  } satisfies Record<HandoffReason, string>,
  promises: {
    first_reply: {
      good: (span: string) => `Reply in ${span}`,
      at_risk: (span: string) => `Reply in ${span}`,
      late: (span: string) => `Reply ${span} late`,
      paused: 'Reply: paused',
    },
    resolution: {
      good: (span: string) => `Resolve in ${span}`,
      at_risk: (span: string) => `Resolve in ${span}`,
      late: (span: string) => `Resolve ${span} late`,
      paused: 'Waits for them',
    },
    levels: { good: 'in time', at_risk: 'at risk', late: 'late', paused: 'clock stands still' },
  },
  keys: {
    next: 'Next chat',
    previous: 'Previous chat',
    open: 'Open the chat',
    select: 'Select the chat',
    filter: 'Filter',
    take: 'Take over',
    mine: 'Assign to me',
    assign: 'Assign…',
    snooze: 'Snooze…',
    resolve: 'Resolve…',
  },
  chosen: {
    label: 'Selected chats',
    count: (count: number) => `${count} selected`,
    clear: 'Clear selection',
  },
  done: {
    taken: (count: number) => (count === 1 ? 'You have this chat' : `You have these ${count} chats`),
    assigned: (count: number) => (count === 1 ? 'Assigned' : `${count} chats assigned`),
    snoozed: (count: number) => (count === 1 ? 'Snoozed' : `${count} chats snoozed`),
    resolved: (count: number) => (count === 1 ? 'Resolved' : `${count} chats resolved`),
    failed: (count: number) =>
      count === 1 ? 'One chat was left as it was' : `${count} chats were left as they were`,
  },
  empty: {
    mine: { title: 'Nothing waits for you', why: 'Chats that you take, or that are given to you, are here.' },
    unassigned: { title: 'Nobody is left waiting', why: 'Every open chat is with somebody.' },
    team: { title: 'Your teams have nothing to do', why: 'Chats of the teams that you work in are here.' },
    late: { title: 'Nothing is late', why: 'Chats whose promised time has passed are here.' },
    all: {
      title: 'No chat waits for a person',
      why: 'When a flow needs somebody, or a follower asks for a person, the chat appears here by itself.',
    },
    snoozed: {
      title: 'Nothing is put aside',
      why: 'Snoozed chats come back at their time, or when the follower writes.',
    },
    resolved: { title: 'Nothing is resolved yet', why: 'Closed chats are kept here.' },
    filtered: { title: 'Nothing fits these filters', why: 'Some chats may be hidden by them.' },
    toUnassigned: (count: number) =>
      count === 1 ? '1 chat waits for somebody' : `${count} chats wait for somebody`,
  } satisfies Record<QueueView | 'filtered', { title: string; why: string }> & {
    toUnassigned: (count: number) => string;
  },
};
