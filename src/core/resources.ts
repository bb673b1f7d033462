import type { OfficeHours } from './office-hours.js';

/** A message that a platform has approved beforehand, as the workspace declares it. */
export interface TemplateDefinition {
  /** What the workspace calls it. */
  readonly name: string;
  /** What the platform calls it. */
  readonly platformName: string;
  readonly category: 'marketing' | 'utility';
  /** Whoever gets it must have agreed to this topic; null: it promotes nothing. */
  readonly topic: string | null;
  /** By the workspace's languages. */
  readonly texts: Readonly<Record<string, { readonly language: string; readonly body: string }>>;
}

export interface Team {
  readonly name: string;
  readonly title: string;
  /** Promised time to the first reply, in ms of office hours; null: not promised. */
  readonly firstReply: number | null;
  readonly resolve: number | null;
  /** Where and when its people work; left out: as the workspace says. */
  readonly timezone?: string;
  readonly hours?: OfficeHours;
  /** How its handoffs find somebody; left out: `by_hand`. */
  readonly assign?: AssignmentRule;
  /** How long, in ms of its office hours, an assignee may leave the contact waiting; left out: as long as they will. */
  readonly reassignAfter?: number;
}

/** `round_robin`: whoever was given one longest ago; `least_busy`: whoever has the fewest. */
export const assignmentRules = ['by_hand', 'round_robin', 'least_busy'] as const;

export type AssignmentRule = (typeof assignmentRules)[number];

export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly notice: string;
  /** By language, where it is not the same in all of them. */
  readonly notices?: Readonly<Record<string, string>>;
  /** Asked after a yes to the notice; only a yes to this one too is a grant. */
  readonly confirm?: string;
  readonly confirms?: Readonly<Record<string, string>>;
  readonly atMost: { readonly times: number; readonly per: 'day' | 'week' | 'month' } | null;
}

/** Where a tracked link leads: its own address with UTM parameters already in it. */
export interface LinkTarget {
  readonly name: string;
  readonly label: string;
  /** By language, where it is not the same in all of them. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly target: string;
  /** Set of a booking: the address's parameter in which the booking system is told the link's code. */
  readonly reference?: string;
  /** What a booking that the system reports counts as. */
  readonly outcome?: string;
}

export const handoffPriorities = ['low', 'normal', 'high', 'urgent'] as const;

export type HandoffPriority = (typeof handoffPriorities)[number];

/** A way out of the chat that keeps what was said in it: to people who work elsewhere. */
export interface Escalation {
  readonly name: string;
  /** Who takes the chat up meanwhile; null: the workspace's first team, if it has one. */
  readonly team: Team | null;
  readonly by:
    | { readonly kind: 'email' | 'phone'; readonly to: string }
    /** The look-up that opens a ticket there. */
    | { readonly kind: 'ticket'; readonly lookup: string };
}
