import type { Condition } from '../core/condition.js';
import type { EditPolicy, LookupInput, Question, SayExtras, Template } from '../core/flow.js';
import type { KeywordMatch } from '../core/keyword.js';
import type { Escalation, HandoffPriority, LinkTarget, Team, Topic } from '../core/resources.js';
import type { WaitGoal } from '../core/wait-goal.js';

/**
 * A flow after parsing and checking: normalised, self-contained, plain JSON. It is what is hashed, stored and compiled, so
 * a pinned run needs nothing else. Add fields as optional; a stored definition of any earlier version must still compile.
 */
export interface FlowDefinition {
  readonly name: string;
  readonly title: string;
  /** What becomes of open runs when the flow is edited; absent: `finish`. */
  readonly onEdit?: EditPolicy;
  /** Answers that a flow which runs this one must give it. */
  readonly inputs?: readonly string[];
  readonly start: readonly TriggerDefinition[];
  readonly steps: readonly StepDefinition[];
}

export type TriggerDefinition = {
  /** 1 first, 9 last, between triggers of one kind; left out: 5. */
  readonly priority?: number;
  /** Only for contacts of this language, and those whose language is not known. */
  readonly language?: string;
} & (
  | { readonly kind: 'keyword'; readonly phrases: readonly string[]; readonly match: KeywordMatch }
  | {
      readonly kind: 'comment';
      /** Empty: any. */
      readonly words: readonly string[];
      /** The platform's ids; null: all. */
      readonly posts: readonly string[] | null;
      readonly publicReplies: readonly string[];
    }
  /** `words` left out: any. */
  | { readonly kind: 'story_reply'; readonly words?: readonly string[] }
  | { readonly kind: 'story_mention' }
  | { readonly kind: 'ref'; readonly refs: readonly string[] }
  /** Empty: any. */
  | { readonly kind: 'ad'; readonly ads: readonly string[] }
  | { readonly kind: 'postback'; readonly payloads: readonly string[] }
  /** Its payload is that of the flow (`flowPayload`). */
  | { readonly kind: 'ice_breaker'; readonly titles: readonly string[] }
  | { readonly kind: 'menu'; readonly titles: readonly string[] }
  | { readonly kind: 'first_message' }
  | { readonly kind: 'outside_hours' }
  | {
      readonly kind: 'after';
      readonly outcome: string;
      /** Milliseconds. */
      readonly wait: number;
      readonly unless: readonly string[];
    }
);

export type TriggerName = TriggerDefinition['kind'];

interface StepBase {
  /**
   * Stable place of the step: its `id` if the author gave one, else the parent's path and its number and verb there, such
   * as `4-if/then/1-handoff`. Unique in the flow.
   */
  readonly path: string;
}

export interface SayStep extends StepBase {
  readonly verb: 'say';
  readonly text: Template;
  readonly link: LinkTarget | null;
  /** Other ways of saying it. */
  readonly variants?: readonly Template[];
  readonly extras?: SayExtras;
}

/** Says a text with the link of a booking. */
export interface BookStep extends StepBase {
  readonly verb: 'book';
  readonly text: Template;
  /** Null only where the name was not known: then nothing is compiled. */
  readonly booking: LinkTarget | null;
  /** ms. */
  readonly typing?: number;
}

/** What happens when a question is left unanswered for too long, or missed too often. Empty: the flow ends (as `end`). */
export interface Patience {
  /** Milliseconds. */
  readonly within: number;
  readonly otherwise: readonly StepDefinition[];
  /** Done instead of `otherwise` where it is missed too often; absent: the same is done. */
  readonly missed?: readonly StepDefinition[];
}

export interface AskStep extends StepBase {
  readonly verb: 'ask';
  readonly question: Question;
  /** Name under which the answer is read back; null: not kept. */
  readonly save: string | null;
  /** Steps of single choices, by the choice's value; afterwards the flow goes on after the question. */
  readonly branches: Readonly<Record<string, readonly StepDefinition[]>>;
  /** How many answers that are none of the choices are taken before `otherwise`. */
  readonly tries: number;
  readonly patience: Patience;
}

export interface AskConsentStep extends StepBase {
  readonly verb: 'ask_consent';
  readonly topic: Topic;
  /** Of the question that confirms a yes: the path of the first one. */
  readonly confirms?: string;
  /** The topic's notice with yes and no as choices, values `yes` and `no`. */
  readonly question: Question;
  readonly yes: readonly StepDefinition[];
  readonly no: readonly StepDefinition[];
  readonly tries: number;
  readonly patience: Patience;
}

export interface RateStep extends StepBase {
  readonly verb: 'rate';
  /** Its kind is `rating`, its choices are the marks. */
  readonly question: Question;
  readonly save: string | null;
  /** Reached with the mark as its value. */
  readonly outcome: string;
  /** The lowest mark that is good; all below it are poor. */
  readonly goodFrom: number;
  readonly good: readonly StepDefinition[];
  readonly poor: readonly StepDefinition[];
  readonly tries: number;
  readonly patience: Patience;
}

export interface OptOutStep extends StepBase {
  readonly verb: 'opt_out';
  /** `all` or a topic's name. */
  readonly purpose: string;
}

export interface IfStep extends StepBase {
  readonly verb: 'if';
  readonly condition: Condition;
  readonly then: readonly StepDefinition[];
  /** Tried in order where the condition does not hold. */
  readonly elseIf?: readonly ConditionalSteps[];
  readonly else: readonly StepDefinition[];
}

export interface ConditionalSteps {
  readonly condition: Condition;
  readonly then: readonly StepDefinition[];
}

export interface WaitStep extends StepBase {
  readonly verb: 'wait';
  readonly until: WaitGoal<Template>;
  /** The longest that it can take, ms: for the checks. */
  readonly longest: number;
}

/** Sends each contact one of several ways, always the same one, and remembers which. */
export interface SplitStep extends StepBase {
  readonly verb: 'split';
  readonly split: string;
  readonly ways: readonly SplitWay[];
}

export interface SplitWay {
  readonly name: string;
  /** Its share, beside the weights of the others. */
  readonly weight: number;
  readonly then: readonly StepDefinition[];
}

export interface SetStep extends StepBase {
  readonly verb: 'set';
  /** Value null: the field is forgotten. */
  readonly fields: readonly { readonly name: string; readonly value: Template | null }[];
}

export interface TagStep extends StepBase {
  readonly verb: 'tag';
  readonly tags: readonly string[];
}

export interface UntagStep extends StepBase {
  readonly verb: 'untag';
  readonly tags: readonly string[];
}

export interface ScoreStep extends StepBase {
  readonly verb: 'score';
  /** Points to add, by the name of the score; below zero: to take off. */
  readonly points: readonly { readonly name: string; readonly by: number }[];
}

export interface OutcomeStep extends StepBase {
  readonly verb: 'outcome';
  readonly outcome: string;
}

export interface HandoffStep extends StepBase {
  readonly verb: 'handoff';
  readonly team: Team | null;
  readonly note: Template;
  readonly priority?: HandoffPriority;
}

/** Something that comes with an answer from outside, and the answer under which flows read it. */
export interface KeptResult {
  readonly result: string;
  readonly as: string;
}

export interface LookupStep extends StepBase {
  readonly verb: 'lookup';
  /** By name: where it is asked is the workspace's to say, at the time of asking. */
  readonly lookup: string;
  readonly inputs: readonly LookupInput[];
  /** How long the answer may take, ms. */
  readonly within: number;
  readonly keeps: readonly KeptResult[];
  /** After each of these the flow goes on below. */
  readonly found: readonly StepDefinition[];
  readonly notFound: readonly StepDefinition[];
  readonly failed: readonly StepDefinition[];
}

export interface CouponStep extends StepBase {
  readonly verb: 'coupon';
  readonly list: string;
  /** Name under which the code is read back. */
  readonly save: string;
  readonly soldOut: readonly StepDefinition[];
}

export interface EscalateStep extends StepBase {
  readonly verb: 'escalate';
  readonly escalation: Escalation;
  readonly note: Template;
  readonly priority: HandoffPriority;
  /** How the look-up that opens a ticket is asked; null: there is none. */
  readonly ticket: Pick<LookupStep, 'lookup' | 'inputs' | 'within'> | null;
}

export interface GoStep extends StepBase {
  readonly verb: 'go';
  /** A step of this flow by its id, or another flow. */
  readonly to:
    { readonly kind: 'step'; readonly path: string } | { readonly kind: 'flow'; readonly flow: string };
}

/** Runs another flow on top of this one, and goes on here when that has ended. */
export interface RunStep extends StepBase {
  readonly verb: 'run';
  readonly flow: string;
  /** What the other flow begins with, by the names of its inputs. */
  readonly inputs?: Readonly<Record<string, Template>>;
  /** Names of its answers that are kept here, by the names that they get here. */
  readonly results?: Readonly<Record<string, string>>;
}

export interface EndStep extends StepBase {
  readonly verb: 'end';
}

export type StepDefinition =
  | SayStep
  | BookStep
  | AskStep
  | AskConsentStep
  | RateStep
  | OptOutStep
  | IfStep
  | WaitStep
  | SplitStep
  | SetStep
  | TagStep
  | UntagStep
  | ScoreStep
  | OutcomeStep
  | HandoffStep
  | LookupStep
  | CouponStep
  | EscalateStep
  | GoStep
  | RunStep
  | EndStep;

export type Verb = StepDefinition['verb'];
