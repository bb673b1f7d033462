import type { AnyStateMachine } from 'xstate';
import type { AnswerKind } from './answers/answer-kind.js';
import type { Condition, ConditionFacts } from './condition.js';
import type { WeightedWay } from './draw-way.js';
import type { MediaKind } from './message.js';
import type {
  Escalation,
  HandoffPriority,
  LinkTarget,
  Team,
  TemplateDefinition,
  Topic,
} from './resources.js';
import type { WaitGoal } from './wait-goal.js';

/**
 * A compiled flow, as `decide` needs it. Made by the flow room from a marketer's file; self-contained: the links, topics
 * and teams it names are those that it was compiled with, so a run finishes as it began (P8).
 */
export interface Flow {
  readonly name: string;
  readonly title: string;
  /** Hash of the flow, of every flow it leads to, and of the compiler's version. */
  readonly version: string;
  /** Flows that it leads to (`go`, `run`), each at the version that it was compiled with. */
  readonly leadsTo: Readonly<Record<string, string>>;
  /** What becomes of runs that began on an earlier version, once this is the newest. */
  readonly onEdit: EditPolicy;
  /** States are step paths; see `FlowEvent` and `FlowAction` for what goes in and what comes out. */
  readonly machine: AnyStateMachine;
  readonly steps: ReadonlyMap<string, StepFacts>;
}

/**
 * `finish`: they end on the version that they began with. `migrate`: they go on here, from the step of the same id; where
 * that is gone they finish. `restart`: when the contact next writes, the flow begins anew.
 */
export type EditPolicy = 'finish' | 'migrate' | 'restart';

/** What is known of a step without running it. */
export interface StepFacts {
  readonly path: string;
  readonly verb: string;
  /** Whether its path is an id that the author gave, which outlives edits around it. */
  readonly hasId: boolean;
  /** Set where the run waits for the contact. */
  readonly question: Question | null;
  /** Whether the run rests here for some time: what the contact writes meanwhile is no answer to it. */
  readonly pauses?: boolean;
  /** Whether it says what becomes of it outside of the reply window. */
  readonly knowsLateness?: true;
  /** Whether saying it needs the contact's profile. */
  readonly needsProfile: boolean;
}

/** How an answer is read. `choices` empty and no `kind`: any text is an answer. */
export interface Question {
  readonly text: Template;
  readonly choices: readonly Choice[];
  /** Said when the answer is none; null: the workspace's own words for that kind of question. */
  readonly retry: Template | null;
  /** Said instead of `retry` from the second miss on; the last one for all that follow. */
  readonly laterRetries?: readonly Template[];
  /** What counts as an answer; absent: one of the choices, or any text where there are none. */
  readonly kind?: AnswerKind;
  /** What is known already need not be asked: this is then the answer. */
  readonly unlessKnown?: { readonly source: 'answer' | 'contact'; readonly name: string };
  /** How long, in ms, to wait for more after each message: all that comes in one breath is one answer. */
  readonly settle?: number;
  /** The answer is never shown, logged or traced. */
  readonly isSensitive?: boolean;
}

export interface Choice {
  readonly title: string;
  /** By language, where it is not the same in all of them. */
  readonly titles?: Readonly<Record<string, string>>;
  /** What is saved, and what a tap sends back. */
  readonly value: string;
  /** Normalised words that mean this choice: its title, its value, synonyms. */
  readonly words: readonly string[];
}

/** Text with `{{name or "fallback"}}` already split into parts: substituted in one pass, never scanned again. */
export type Template = readonly TemplatePart[];

export type TemplatePart = string | Placeholder | ByLanguage;

/** The same text by language; where the contact's is not among them, in the first of the workspace's that is. */
export interface ByLanguage {
  readonly byLanguage: Readonly<Record<string, Template>>;
}

/** What goes with a text that is said. */
export interface SayExtras {
  readonly media?: { readonly kind: MediaKind; readonly url: string; readonly alt: Template };
  readonly cards?: readonly CardTemplate[];
  readonly buttons?: readonly ButtonTemplate[];
  /** Words to be tapped instead of typed. */
  readonly quickReplies?: readonly Template[];
  /** How long to be seen typing before it, ms. */
  readonly typing?: number;
  /** What it becomes where the reply window has closed; left out: it is not sent then. */
  readonly outsideWindow?: OutsideWindow;
}

/** How something may be said that the reply window no longer carries. */
export interface OutsideWindow {
  /** The approved template that stands for it, and what fills its gaps, {{1}} first. */
  readonly template?: { readonly definition: TemplateDefinition; readonly parameters: readonly Template[] };
  /** The topic under which it may go by a marketing token, where the contact opted in to it on the platform. */
  readonly topic?: string;
}

export interface CardTemplate {
  readonly title: Template;
  /** Empty: none. */
  readonly text: Template;
  readonly image: string | null;
  readonly button: ButtonTemplate | null;
}

export type ButtonTemplate =
  /** Title null: the link's own label. */
  | { readonly kind: 'link'; readonly title: Template | null; readonly link: LinkTarget }
  /** Starts a flow, as a keyword would. */
  | { readonly kind: 'flow'; readonly title: Template; readonly flow: string }
  | { readonly kind: 'call'; readonly title: Template; readonly phone: string };

export interface Placeholder {
  readonly source: 'answer' | 'contact' | 'workspace';
  readonly name: string;
  readonly fallback: string;
}

/** What the core tells a machine. */
export type FlowEvent =
  /** Go on from a passing step; carries what conditions look at. */
  | { readonly type: 'walk'; readonly facts: ConditionFacts }
  /** An accepted answer to the present question. */
  | {
      readonly type: 'answer';
      readonly value: string;
      /** Whether it is sensitive whatever the question says: it was known, and came of a sensitive answer. */
      readonly isSensitive?: boolean;
    }
  /** A message that is no answer to the present question. */
  | { readonly type: 'miss' }
  /** Asks a question again that was answered: its step. */
  | { readonly type: 'back'; readonly to: string }
  /** The wait at the present step is over. */
  | { readonly type: 'elapsed' }
  /** The sub-flow that the present step runs has ended, with these answers. */
  | {
      readonly type: 'returned';
      readonly answers: Readonly<Record<string, string>>;
      /** Names of those that are sensitive. */
      readonly sensitive?: readonly string[];
    }
  /** What the present step asked of the outside has been answered, in a word, with what came along. */
  | {
      readonly type: 'result';
      readonly result: FlowResult;
      readonly values: Readonly<Record<string, string>>;
      /** Whether it was asked with something sensitive. */
      readonly isSensitive?: boolean;
    };

/** The answers of the outside: to a look-up, and to a wish for a coupon. */
export type FlowResult = 'found' | 'not_found' | 'failed' | 'given' | 'sold_out';

/** What a machine asks for: named actions with their params, read as data and never executed. */
export type FlowAction =
  | {
      readonly type: 'say';
      readonly params: {
        readonly step: string;
        readonly text: Template;
        readonly link: LinkTarget | null;
        /** Other ways of saying it: the contact hears each once before any comes again. */
        readonly variants?: readonly Template[];
        readonly extras?: SayExtras;
      };
    }
  /** Even if known: the contact has asked for the question. */
  | { readonly type: 'ask'; readonly params: { readonly step: string; readonly evenIfKnown?: true } }
  /** Asks the present question again, with the retry words before it. */
  | { readonly type: 'askAgain'; readonly params: { readonly step: string } }
  | {
      readonly type: 'recordConsent';
      readonly params: {
        readonly step: string;
        readonly topic: Topic;
        readonly change: 'granted' | 'refused';
        /** Of the question that confirms a yes: the step of the first one. */
        readonly confirms?: string;
      };
    }
  | { readonly type: 'optOut'; readonly params: { readonly step: string; readonly purpose: string } }
  /** Value null: the field is forgotten. */
  | {
      readonly type: 'setField';
      readonly params: { readonly field: string; readonly value: Template | null };
    }
  | { readonly type: 'addPoints'; readonly params: { readonly field: string; readonly by: number } }
  | { readonly type: 'addTags' | 'removeTags'; readonly params: { readonly tags: readonly string[] } }
  /** Makes sure that the contact has a way through this split. */
  | {
      readonly type: 'drawWay';
      readonly params: { readonly split: string; readonly ways: readonly WeightedWay[] };
    }
  | {
      readonly type: 'recordOutcome';
      readonly params: { readonly step: string; readonly outcome: string; readonly value?: number };
    }
  | {
      readonly type: 'openHandoff';
      readonly params: {
        readonly step: string;
        readonly team: Team | null;
        readonly note: Template;
        readonly priority?: HandoffPriority;
      };
    }
  /** Asks a look-up of the workspace; `result` comes back. */
  | {
      readonly type: 'lookUp';
      readonly params: {
        readonly step: string;
        readonly lookup: string;
        readonly inputs: readonly LookupInput[];
        /** How long the answer may take, ms. */
        readonly within: number;
      };
    }
  /** Draws a code of a list; `result` comes back. */
  | { readonly type: 'drawCoupon'; readonly params: { readonly step: string; readonly list: string } }
  /** Gives the chat to people elsewhere. `ticket`: the reference that their system has given; empty where it gave none. */
  | {
      readonly type: 'escalate';
      readonly params: {
        readonly step: string;
        readonly escalation: Escalation;
        readonly note: Template;
        readonly priority: HandoffPriority;
        readonly ticket: Template;
      };
    }
  /** Wakes this visit of the step when the time has come. */
  | { readonly type: 'wait'; readonly params: { readonly step: string; readonly until: WaitGoal<Template> } }
  /** Leaves this flow for another; the frame is replaced. */
  | { readonly type: 'goToFlow'; readonly params: { readonly step: string; readonly flow: string } }
  /** Runs another flow on top; `returned` comes back when it ends. */
  | {
      readonly type: 'runFlow';
      readonly params: {
        readonly step: string;
        readonly flow: string;
        /** Answers that it begins with. */
        readonly inputs?: Readonly<Record<string, Template>>;
      };
    }
  /** The author's own `end`: the run ends here without a handoff. */
  | { readonly type: 'endRun'; readonly params: { readonly step: string } };

/** What a look-up is told under one of its names. */
export interface LookupInput {
  readonly name: string;
  readonly value: Template;
}

export interface GuardParams {
  readonly condition: Condition;
}

/** Tag of the states in which a run waits; in all others the walk goes on. */
export const waitingTag = 'waiting';
/** Key of the final state: the end of the flow's steps. */
export const endState = '(end)';
