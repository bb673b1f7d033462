import { findCommentStart } from '../../core/decide/comment.js';
import { Draft } from '../../core/decide/draft.js';
import { hear } from '../../core/decide/heard.js';
import { route } from '../../core/decide/route.js';
import type { Route } from '../../core/decide/route.js';
import { triggerFactsOf } from '../../core/decide/trigger-facts.js';
import type { CommentPosted } from '../../core/platform-event.js';
import type { TriggerHit } from '../../core/trigger-match.js';
import { explainOrder } from '../../core/trigger-order.js';
import type { Workspace } from '../../core/workspace.js';
import type { FlowDefinition, TriggerDefinition } from '../definition.js';
import { namesOfStart } from '../start-names.js';
import { toEvent } from '../transcript/happening.js';
import type { Happening } from '../transcript/happening.js';
import { VirtualChat } from '../transcript/virtual-chat.js';
import type { Scene } from '../transcript/virtual-chat.js';
import { hitsOf } from './asked.js';
import type { Asked } from './asked.js';
import { whyNot } from './why-not.js';

/** What somebody's deed at the beginning of a chat starts, and why nothing else. */
export interface StartExplanation {
  /** Null: nothing. */
  readonly winner: { readonly flow: string; readonly start: string } | null;
  /** Where nothing starts: what becomes of it instead, as a sentence. */
  readonly instead: string | null;
  /** Everything else that starts a flow, in file order; what would have started first. */
  readonly others: readonly OtherStart[];
}

export interface OtherStart {
  readonly flow: string;
  /** As its author wrote it: `keyword “guide”`, one for each word. */
  readonly starts: readonly string[];
  readonly fits: boolean;
  /** Why it gives way, or does not fit; without a full stop. */
  readonly why: string;
}

/** Explains by the decisions that a server would take, for a contact of whom no more is known than the scene says. */
export function explainStart(
  workspace: Workspace,
  flows: readonly FlowDefinition[],
  scene: Scene,
  happening: Exclude<Happening, { readonly kind: 'agent' }>,
): StartExplanation {
  const { conversation } = new VirtualChat(workspace, scene).store;
  const at = { id: 'asked', occurredAt: scene.startsAt, receivedAt: scene.startsAt };
  const event = toEvent(happening, at);
  const draft = new Draft(workspace, conversation, event);
  switch (event.kind) {
    case 'commentPosted':
      return tell(flows, { kind: 'comment', ...comment(event, draft) }, commentEnd(draft, event));
    case 'messageReceived':
    case 'postbackReceived':
    case 'referralReceived': {
      const heard = hear(event);
      const asked: Asked = { kind: 'message', facts: triggerFactsOf(draft, heard) };
      return tell(flows, asked, routeEnd(route(draft, heard), workspace));
    }
    default:
      throw new RangeError(`A chat does not begin by ${event.kind}.`);
  }
}

/** The trigger that wins, or what happens where none does. */
type End = TriggerHit | string;

function comment({ text, postId }: CommentPosted, { conversation }: Draft) {
  return { text, postId, language: conversation.contact.language ?? null };
}

function commentEnd(draft: Draft, event: CommentPosted): End {
  const start = findCommentStart(draft, event);
  return typeof start === 'string' ? `It is left alone: ${start}.` : start.hit;
}

const wishes = {
  stop: 'It asks for no more messages, which goes before every flow.',
  start: 'It asks to be written to again.',
  help: 'It asks for help, and gets the help text.',
  person: 'It asks for a person, and gets one.',
  restart: 'It asks to begin again.',
  back: 'It asks to go back.',
} as const;

function routeEnd(chosen: Route, { answersUnmatched }: Workspace): End {
  switch (chosen.kind) {
    case 'start':
      return chosen.hit;
    case 'command':
      return wishes[chosen.command.command];
    case 'silent':
      return `It is left alone: ${chosen.why}.`;
    case 'question': {
      const { id, response } = chosen.question.entry;
      const what = response.kind === 'flow' ? `starts the flow ${response.flow}` : 'is answered';
      return `It is the frequent question “${id}”, which ${what}.`;
    }
    case 'unclear':
      return 'It may be one of several frequent questions: the bot asks back which.';
    case 'person':
      return wishes.person;
    default:
      return answersUnmatched
        ? 'No flow takes it: the bot says that it did not understand.'
        : 'No flow takes it, and the bot stays silent.';
  }
}

function tell(flows: readonly FlowDefinition[], asked: Asked, end: End): StartExplanation {
  const winner = typeof end === 'string' ? null : end;
  const others = flows.flatMap((flow) =>
    flow.start.flatMap((trigger) => explainOther(flow, trigger, asked, winner)),
  );
  return {
    winner: winner && { flow: winner.target.flow, start: winner.what },
    instead: typeof end === 'string' ? end : null,
    others: others.toSorted((a, b) => Number(b.fits) - Number(a.fits)),
  };
}

/** Nothing of the winner itself. */
function explainOther(
  flow: FlowDefinition,
  trigger: TriggerDefinition,
  asked: Asked,
  winner: TriggerHit | null,
): readonly OtherStart[] {
  const [hit] = hitsOf(flow.name, trigger, asked);
  if (hit !== undefined && winner !== null && isSame(hit, winner)) return [];
  const starts = namesOfStart(flow.name, trigger);
  if (hit === undefined)
    return [{ flow: flow.name, starts, fits: false, why: whyNot(flow.name, trigger, asked) }];
  const why = winner === null ? 'would start it, if that did not go before' : explainOrder(winner, hit);
  return [{ flow: flow.name, starts, fits: true, why }];
}

function isSame(one: TriggerHit, other: TriggerHit): boolean {
  return one.target.flow === other.target.flow && one.rank === other.rank && one.what === other.what;
}
